import { sheetName } from '../computer/recovery-code.ts'

export const backupErrors = {
  recovery_code_missing: () =>
    'Kode lembar pemulihan belum diketik. Ketik kedelapan kelompoknya, atau alirkan lewat masukan baku.',
  backup_needs_sheet: () =>
    'Belum ada lembar pemulihan, jadi cadangan tidak akan dapat dibuka di komputer lain. Cetak dan uji lembarnya dulu.',
  bundle_missing: ({ file }: { file: string }) => `Berkas cadangan ${file} tidak ada. Periksa nama dan foldernya.`,
  bundle_not_ours: ({ file }: { file: string }) =>
    `Berkas “${file}” bukan cadangan Balai. Pilih berkas yang namanya berakhiran .balai.`,
  bundle_newer: ({ file, format }: { file: string; format: string }) =>
    `Cadangan “${file}” dibuat Balai yang lebih baru (${format}). Pasang versi baru, lalu coba lagi.`,
  bundle_damaged: ({ file }: { file: string }) =>
    `Cadangan “${file}” rusak. Pakai cadangan lain atau tempat yang lain.`,
  bundle_incomplete: ({ count, bundles }: { count: number; bundles: string[] }) =>
    `${count} berkas cadangan ini ada di ${bundles.join(', ')}, yang tidak ada di foldernya atau rusak. Salin seluruh isi tempat cadangan, bukan satu berkas saja. Tidak ada yang diubah.`,
  bundle_sheet_other: ({ number }: { number: number }) =>
    `Kode ini bukan dari lembar yang benar. Cadangan ini dibuka dengan ${sheetName(number)}.`,
  bundle_outdated: ({ file }: { file: string }) =>
    `Cadangan “${file}” dibuat versi Balai yang lain susunan datanya. Pasang versi itu untuk membukanya; tidak ada yang diubah.`,
  bundle_other_centre: ({ name }: { name: string }) =>
    `Cadangan ini milik ${name}, bukan balai yang datanya ada di folder ini. Pilih folder data yang kosong; tidak ada yang diubah.`,
  backup_place_unknown: () => 'Tempat cadangan itu tidak terdaftar. Muat ulang halaman.',
  backup_place_taken: ({ name }: { name: string }) => `Tempat itu sudah terdaftar sebagai “${name}”.`,
  sheet_in_use: () => 'Lembar itu masih berlaku. Yang dimusnahkan hanya lembar sebelumnya.',
  place_in_data: ({ folder }: { folder: string }) =>
    `Folder ${folder} ada di dalam folder data. Pilih tempat lain, sebaiknya diska atau komputer lain.`,
  place_full: ({ folder, needed, free }: { folder: string; needed: number; free: number }) =>
    `Tempat cadangan ${folder} penuh${needed > 0 ? `: perlu ${needed} MB, sisa ${free} MB` : ''}. Cadangan sebelumnya di sana tetap utuh; kosongkan ruang atau pakai diska lain.`,
  place_gone: ({ folder }: { folder: string }) =>
    `Tempat cadangan ${folder} tidak terjangkau. Tancapkan diskanya atau periksa jaringannya, lalu coba lagi; cadangan sebelumnya tetap.`,
  place_unwritable: ({ folder }: { folder: string }) =>
    `Tempat cadangan ${folder} tidak dapat ditulisi. Buka kuncinya atau pilih tempat lain.`,
}

export const backupEntities = {
  backup_place: 'Tempat cadangan',
}
