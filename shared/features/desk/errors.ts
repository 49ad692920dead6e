import type { FieldConflict } from '../../kernel/join-values.ts'

export const deskErrors = {
  desk_unknown: () => 'Komputer ini belum tersambung ke PC utama, atau sambungannya sudah diputus.',
  pair_closed: () => 'PC utama belum membuka kode sambung. Buka Pengaturan › Meja di sana, lalu tekan Kode baru.',
  pair_code_wrong: ({ left }: { left: number }) =>
    left > 0
      ? `Kode tidak cocok atau sudah lewat 10 menit. Lihat kode baru di PC utama; masih ${left} kali.`
      : 'Kode salah lima kali, jadi sudah tidak berlaku. Minta kode baru di PC utama.',
  pair_over: () => 'Sambungan ini sudah lewat atau dibatalkan. Mulai lagi dengan kode dari PC utama.',
  pair_refused: ({ by }: { by: string }) => `${by} menolak sambungan ini.`,
  pair_busy: () => 'Terlalu banyak percobaan dari komputer ini. Tunggu satu menit, lalu coba lagi.',
  desk_key_unreadable: () =>
    'Kunci PC utama di folder kunci tidak dapat dibuka. Pakai akun Windows yang biasa, atau pulihkan folder kunci dari cadangan.',
  request_reused: () => 'Nomor permintaan ini sudah dipakai untuk hal lain. Muat ulang halaman.',
  request_done: () => 'Ini sudah dikerjakan sebelum sambungan putus. Muat ulang untuk melihat hasilnya.',
  desks_not_here: () => 'Ini hanya di PC utama.',
  desks_cannot: () =>
    'Program ini tidak dapat membuka data untuk meja lain. Jalankan dengan --desks, atau pakai Balai yang dipasang.',
  firewall_stays: () =>
    'Windows tidak mengizinkannya. Coba lagi dengan sandi Admin Windows, atau minta ia menjalankan perintah di bawah.',
  desks_at_work: ({ names }: { names: string[] }) =>
    `${names.join(', ')} sedang bekerja di meja lain. Tunggu sampai semua keluar, lalu coba lagi.`,
  host_address: ({ address }: { address: string }) =>
    `“${address}” bukan alamat. Ketik misalnya 192.168.10.5 atau nama PC utama.`,
  host_unreached: ({ address }: { address: string }) =>
    `Tidak ada PC utama yang menjawab di ${address}. Apakah PC utama menyala dan Buka untuk meja lain aktif? Windows Firewall di sana dapat menahannya: perintahnya ada di Pengaturan › Meja.`,
  host_version: ({ here, there }: { here: string; there: string }) =>
    `Meja ini ${here}, terlalu jauh dari PC utama ${there}. Pasang Balai ${there} di komputer ini, lalu coba lagi.`,
  join_not_here: () => 'Komputer ini sudah menyimpan data balai, jadi tidak dapat menjadi meja PC lain.',
  decided_otherwise: ({ names }: { names: string[] }) =>
    `Sejak halaman ini dibuka, hasilnya berubah untuk ${names.join(', ')}. Periksa lagi, lalu tetapkan.`,
  desk_program_away: () =>
    'Balai di meja ini tidak menjawab. Tutup lalu buka lagi di sini; yang sudah disimpan tetap ada.',
  changed_meanwhile: ({ by, at, conflicts }: Changed) =>
    `${by} menyimpan lebih dulu${at === '' ? '' : ` ${at.slice(11, 16).replace(':', '.')}`}, ${conflicts.length} kolom perlu dipilih. Isian Anda utuh.`,
}

type Changed = {
  by: string
  at: string
  desk: string
  conflicts: FieldConflict[]
  joined: string[]
  /** For a record: the other person's values of the joined fields. */
  theirs?: Record<string, unknown>
}

export const deskEntities = { desk: 'Meja' } as const
