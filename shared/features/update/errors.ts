export const updateErrors = {
  update_not_here: () =>
    'Pembaruan dipasang dari jendela Balai di Windows. Di sini Balai diperbarui oleh yang memasangnya.',
  update_in_practice: () => 'Keluar dari balai latihan dulu, lalu pasang pembaruan.',
  update_unprepared: () => 'Belum ada pembaruan yang siap dipasang. Pilih berkasnya dulu.',
  update_urgent: ({ days }: { days: number }) =>
    `Pembaruan ini memperbaiki keamanan dan sudah menunggu ${days} hari. Pasang saat Balai ditutup atau sekarang.`,
  release_unsigned: ({ file }: { file: string }) =>
    `Di samping pemasang tidak ada “${file}.sig”. Salin keduanya ke folder yang sama, lalu pilih lagi.`,
  release_foreign: ({ file }: { file: string }) =>
    `“${file}” bukan dari penerbit Balai. Tidak dibuka. Ambil berkas dari sumber resmi.`,
  release_half: ({ megabytes, of }: { megabytes: number; of: number }) =>
    `Berkas pembaruan baru ada ${megabytes} dari ${of} MB. Salin ulang sampai selesai, lalu pilih lagi.`,
  release_damaged: ({ file }: { file: string }) =>
    `Isi “${file}” berbeda dari yang ditandatangani penerbit. Tidak dibuka. Salin ulang dari sumber resmi.`,
  release_older: ({ version, present }: { version: string; present: string }) =>
    `Balai ${version} di berkas ini lebih lama daripada Balai ${present} yang terpasang. Tidak dipasang; data versi baru tidak dapat dibuka versi lama.`,
  release_same: ({ version }: { version: string }) => `Balai ${version} di berkas ini sudah terpasang.`,
  release_key_inside: ({ folder }: { folder: string }) =>
    `Kunci penerbit tidak boleh ada di dalam ${folder}: dari sana ia ikut tersebar. Simpan di tempat lain.`,
  release_key_unknown: ({ file }: { file: string }) => `${file} bukan kunci penerbit Balai.`,
}

export const updateEntities = {
  update: 'Pembaruan',
}
