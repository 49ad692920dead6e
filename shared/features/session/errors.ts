/** How the data differs from the anchor; `lost` is null if the histories diverge. Times, '' for none. */
type DataBehind = { lost: number | null; last: string; written: string; snapshot: string | null }
type DataUnanchored = { kind: 'missing' | 'changed' | 'foreign'; last: string; snapshot: string | null }

const unanchored = {
  missing: 'Jangkar data (jangkar.txt) tidak ada di sebelah balai.db',
  changed: 'Jangkar data (jangkar.txt) diubah atau rusak',
  foreign: 'Jangkar data (jangkar.txt) milik balai lain',
}

const wayOut = (snapshot: string | null) =>
  `Kembalikan berkas yang hilang${snapshot ? `, pulihkan cadangan ${snapshot},` : ''} atau teruskan dengan data ini; pilihan itu dicatat di riwayat.`

export const sessionErrors = {
  database_locked: () => 'Data Balai sedang dibuka jendela atau program lain. Tutup yang lain itu, lalu coba lagi.',
  database_damaged: ({ snapshot }: { snapshot: string | null }) =>
    snapshot
      ? `Basis data rusak. Berkasnya disimpan; pulihkan cadangan ${snapshot}.`
      : 'Basis data rusak dan belum ada cadangan yang baik. Berkasnya disimpan; hubungi pengelola.',
  data_behind: ({ lost, last, written, snapshot }: DataBehind) =>
    `${lost === null ? 'Data bukan kelanjutan dari yang terakhir ditulis' : `Data mundur ${lost} catatan`}, terakhir ${last || 'kosong'}, padahal yang terakhir ditulis ${written}. ${wayOut(snapshot)}`,
  data_unanchored: ({ kind, last, snapshot }: DataUnanchored) =>
    `${unanchored[kind]}, jadi tidak ada yang menjamin datanya lengkap; catatan terakhir ${last || 'kosong'}. ${wayOut(snapshot)}`,
  nothing_behind: () => 'Data tidak mundur; tidak ada yang perlu diterima.',
  database_newer: ({ version }: { version: number }) =>
    `Data ini dari Balai yang lebih baru (versi ${version}). Pasang versi baru; data tidak disentuh.`,
  database_outdated: () =>
    'Data ini dibuat versi percobaan Balai yang tidak dapat dibuka lagi. Pilih folder data yang lain; data tidak disentuh.',
  database_foreign: () =>
    'Berkas basis data ini bukan milik Balai. Pilih folder data yang lain; berkas tidak disentuh.',
  database_missing: ({ folder }: { folder: string }) => `Tidak ada data Balai di ${folder}. Periksa nama foldernya.`,
  database_gone: ({ folder, left }: { folder: string; left: string[] }) =>
    `Di ${folder} ada ${left.join(', ')} milik sebuah balai, tetapi basis datanya (balai.db) tidak ada. Kembalikan balai.db ke folder itu atau pilih folder data yang lain. Tidak ada yang diubah.`,
  database_is_folder: ({ folder }: { folder: string }) =>
    `Di ${folder} ada folder bernama balai.db, padahal itu nama berkas data Balai. Pindahkan atau ganti nama folder itu, lalu coba lagi.`,
  network_folder: (_: { folder: string }) => 'Folder ini ada di jaringan. Pilih folder di komputer ini.',
  cloud_folder: ({ folder }: { folder: string }) =>
    `Folder ${folder} disalin ke internet oleh OneDrive atau program sejenis. Pilih folder di komputer ini yang tidak disalin.`,
  removable_folder: ({ folder }: { folder: string }) =>
    `Folder ${folder} ada di diska yang dapat dicabut. Pilih folder di komputer ini; diska USB dipakai untuk cadangan.`,
  program_folder: ({ folder }: { folder: string }) =>
    `Folder ${folder} milik programnya dan diganti pada tiap pembaruan. Pilih folder lain untuk data.`,
  folder_unwritable: ({ folder }: { folder: string }) =>
    `Folder ${folder} tidak dapat ditulisi. Pilih folder lain atau minta izin menulis.`,
  file_in_use: ({ name }: { name: string }) =>
    `Berkas “${name}” sedang dibuka program lain. Tutup di sana atau tunggu sebentar, lalu coba lagi.`,
  reading_stopped: () => 'Pekerjaan ini dihentikan dan tidak menyimpan apa pun. Mulai lagi bila masih perlu.',
  disk_low: ({ needed, free }: { needed: number; free: number }) =>
    `Ruang diska tinggal ${free} MB, sedangkan pekerjaan ini memerlukan ${needed} MB. Kosongkan ruang dulu; tidak ada yang berubah.`,
  disk_full: () => 'Diska penuh. Tidak ada yang berubah; kosongkan ruang, lalu coba lagi.',
  practice_only: () =>
    'Hanya balai latihan yang dapat diulangi dari awal. Buka balai latihan dulu; tidak ada yang berubah.',
  port_in_use: ({ port }: { port: number }) => `Port ${port} sedang dipakai. Pilih port lain dengan --port.`,
  data_exists: ({ folder }: { folder: string }) => `${folder} sudah ada. Pilih folder lain; tidak ada yang diubah.`,
  snapshot_unknown: ({ name }: { name: string }) => `Cadangan “${name}” tidak ada. Pilih salah satu yang terdaftar.`,
  snapshot_damaged: ({ name }: { name: string }) => `Cadangan “${name}” rusak. Pilih cadangan lain.`,
  no_good_snapshot: ({ folder }: { folder: string }) => `Belum ada cadangan yang baik di ${folder}.`,
  host_cannot: ({ action }: { action: 'print' | 'save' | 'open' }) =>
    action === 'print'
      ? 'Cetak lewat jendela pratinjau.'
      : action === 'save'
        ? 'Simpan lewat jendela pratinjau.'
        : 'Simpan berkasnya, lalu buka dari folder unduhan.',
}

export const sessionEntities = {
  approval: 'Persetujuan',
  operator: 'Petugas',
  snapshot: 'Cadangan',
  print: 'Cetakan',
  export: 'Berkas',
  file: 'Berkas',
  audit_erasure: 'Riwayat',
}
