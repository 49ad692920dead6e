/** Group of a token; a letter knows the groups that it has data for. */
export type TokenGroup =
  | 'centre'
  | 'class'
  | 'people'
  | 'outcome'
  | 'letter'
  | 'event'
  | 'decree'
  | 'report'
  | 'selection'
  | 'person'
  | 'invited'

export const tokenGroupTitles: Record<TokenGroup, string> = {
  centre: 'Balai',
  class: 'Kelas',
  people: 'Peserta dan instruktur',
  outcome: 'Hasil kelas',
  letter: 'Surat ini',
  event: 'Acara',
  decree: 'Keputusan',
  report: 'Laporan',
  selection: 'Seleksi dan penggantian',
  person: 'Pelatihan orang ini',
  invited: 'Pendaftar yang diundang',
}

type TokenEntry = { group: TokenGroup; explanation: string }

/** All tokens with an explanation for people. Never change the meaning of a name. */
export const tokenCatalogue = {
  nama_balai: { group: 'centre', explanation: 'nama balai, mis. UPT Balai Latihan Kerja' },
  balai_lengkap: { group: 'centre', explanation: 'nama balai dengan daerahnya' },
  nama_dinas: { group: 'centre', explanation: 'nama dinas' },
  daerah: { group: 'centre', explanation: 'daerah, mis. Kota Tangerang' },
  kota: { group: 'centre', explanation: 'kota tempat surat dibuat' },

  kode_kelas: { group: 'class', explanation: 'kode kelas, mis. TR-2024-03' },
  kejuruan: { group: 'class', explanation: 'nama kejuruan' },
  nama_program: { group: 'class', explanation: 'nama program pelatihan' },
  pelatihan: { group: 'class', explanation: 'kejuruan dan program, mis. kejuruan Tata Rias (MUA)' },
  angkatan: { group: 'class', explanation: 'angkatan, mis. Angkatan III' },
  tahun: { group: 'class', explanation: 'tahun angkatan' },
  tanggal_mulai: { group: 'class', explanation: 'hari pertama pelatihan' },
  tanggal_selesai: { group: 'class', explanation: 'hari terakhir pelatihan' },
  jumlah_hari: { group: 'class', explanation: 'jumlah hari pelatihan, angka' },
  jumlah_hari_terbilang: { group: 'class', explanation: 'jumlah hari pelatihan, huruf' },
  jumlah_jp: { group: 'class', explanation: 'jumlah jam pelatihan, angka' },
  jumlah_jp_terbilang: { group: 'class', explanation: 'jumlah jam pelatihan, huruf' },
  menit_per_jp: { group: 'class', explanation: 'lama satu JP dalam menit' },
  waktu_pelatihan: { group: 'class', explanation: 'jam pelatihan sehari, mis. 08.00–15.15 WIB' },
  tempat_pelatihan: { group: 'class', explanation: 'ruang dan balai' },
  kegiatan: { group: 'class', explanation: 'kegiatan dalam anggaran' },
  sumber_dana: { group: 'class', explanation: 'sumber dana' },
  tahun_anggaran: { group: 'class', explanation: 'tahun anggaran' },
  nomor_sk_peserta: { group: 'class', explanation: 'nomor SK penetapan peserta' },
  tanggal_sk_peserta: { group: 'class', explanation: 'tanggal SK penetapan peserta' },
  syarat_kelulusan: { group: 'class', explanation: 'semua syarat lulus angkatan ini, dengan angkanya' },
  batas_kehadiran: { group: 'class', explanation: 'kehadiran paling sedikit, dalam persen' },
  nilai_minimum: { group: 'class', explanation: 'nilai akhir paling rendah untuk lulus' },
  bobot_teori: { group: 'class', explanation: 'bobot teori, mis. 30%' },
  bobot_praktik: { group: 'class', explanation: 'bobot praktik, mis. 70%' },

  jumlah_peserta: { group: 'people', explanation: 'jumlah peserta, angka' },
  jumlah_peserta_terbilang: { group: 'people', explanation: 'jumlah peserta, huruf' },
  rincian_kelamin: { group: 'people', explanation: 'laki-laki dan perempuan, mis. “seluruhnya perempuan”' },
  jumlah_laki_laki: { group: 'people', explanation: 'peserta laki-laki' },
  jumlah_perempuan: { group: 'people', explanation: 'peserta perempuan' },
  jumlah_instruktur: { group: 'people', explanation: 'jumlah instruktur, angka' },
  jumlah_instruktur_terbilang: { group: 'people', explanation: 'jumlah instruktur, huruf' },
  nama_instruktur: { group: 'people', explanation: 'nama semua instruktur, dipisah koma' },

  jumlah_lulus: { group: 'outcome', explanation: 'peserta lulus, angka' },
  jumlah_lulus_terbilang: { group: 'outcome', explanation: 'peserta lulus, huruf' },
  jumlah_tidak_lulus: { group: 'outcome', explanation: 'peserta tidak lulus, angka' },
  jumlah_tidak_lulus_terbilang: { group: 'outcome', explanation: 'peserta tidak lulus, huruf' },
  peserta_keluar: {
    group: 'outcome',
    explanation: '“, serta 1 (satu) orang mengundurkan diri”; kosong bila tidak ada',
  },
  jumlah_seluruhnya: {
    group: 'outcome',
    explanation: 'lulus + tidak lulus + keluar = seluruhnya, mis. 13 + 2 + 1 = 16',
  },
  jumlah_keluar: { group: 'outcome', explanation: 'peserta yang mengundurkan diri atau dikeluarkan' },
  persentase_kelulusan: { group: 'outcome', explanation: 'persen lulus dari semua peserta' },
  rata_rata_nilai: { group: 'outcome', explanation: 'rata-rata nilai akhir' },
  rata_rata_kehadiran: { group: 'outcome', explanation: 'rata-rata kehadiran, dalam persen' },
  tanggal_sidang: { group: 'outcome', explanation: 'tanggal sidang kelulusan' },

  nomor_surat: { group: 'letter', explanation: 'nomor surat' },
  tanggal_surat: { group: 'letter', explanation: 'tanggal surat' },
  jabatan_penandatangan: { group: 'letter', explanation: 'jabatan penanda tangan' },
  nama_penandatangan: { group: 'letter', explanation: 'nama penanda tangan' },

  hari_acara: { group: 'event', explanation: 'hari dan tanggal acara, mis. Senin, 16 Desember 2024' },
  hari_ini_terbilang: { group: 'event', explanation: 'hari dan tanggal acara dengan huruf, untuk berita acara' },
  waktu_acara: { group: 'event', explanation: 'jam mulai acara' },
  tempat_acara: { group: 'event', explanation: 'tempat acara' },
  dibuka_oleh: { group: 'event', explanation: 'siapa yang membuka pelatihan' },
  ditutup_oleh: { group: 'event', explanation: 'siapa yang menutup pelatihan' },

  dasar_hukum: { group: 'decree', explanation: 'peraturan dari Pengaturan, satu butir sebuah' },
  perda_apbd: { group: 'decree', explanation: 'Perda APBD tahun anggaran kelas' },
  perwal_apbd: { group: 'decree', explanation: 'peraturan penjabaran APBD tahun anggaran kelas' },
  nomor_dpa: { group: 'decree', explanation: 'nomor DPA tahun anggaran kelas' },
  sub_kegiatan: { group: 'decree', explanation: 'sub kegiatan dalam DPA' },
  kode_rekening: { group: 'decree', explanation: 'kode rekening dalam DPA' },
  tentang: { group: 'decree', explanation: 'judul keputusan (bagian Tentang)' },

  dan_panitia: { group: 'decree', explanation: '“ dan Panitia Penyelenggara”; kosong tanpa panitia' },
  tugas_panitia: { group: 'decree', explanation: 'tugas panitia; kosong tanpa panitia' },

  masalah: { group: 'report', explanation: 'masalah selama pelatihan, diisi di surat kelas' },
  pemecahan: { group: 'report', explanation: 'pemecahan masalah, diisi di surat kelas' },
  saran: { group: 'report', explanation: 'saran, diisi di surat kelas' },

  jumlah_pendaftar: { group: 'selection', explanation: 'jumlah pendaftar, angka' },
  jumlah_pendaftar_terbilang: { group: 'selection', explanation: 'jumlah pendaftar, huruf' },
  nama_keluar: { group: 'selection', explanation: 'peserta yang keluar, dengan harinya' },
  nama_pengganti: { group: 'selection', explanation: 'peserta yang masuk kemudian, dengan harinya' },

  pelatihan_orang: { group: 'person', explanation: 'pelatihan dan angkatan orang ini' },
  masa_pelatihan: { group: 'person', explanation: '“pada tanggal … s.d. …”; kosong selama belum tentu' },

  nama_pendaftar: { group: 'invited', explanation: 'nama pendaftar' },
  tempat_pendaftar: { group: 'invited', explanation: 'kelurahan pendaftar; “tempat” bila belum tercatat' },
  pendaftaran: { group: 'invited', explanation: 'nama pendaftaran' },
  program_pendaftaran: { group: 'invited', explanation: 'program yang didaftari' },
  nomor_penetapan: { group: 'invited', explanation: 'nomor keputusan hasil seleksi' },
  tanggal_penetapan: { group: 'invited', explanation: 'tanggal keputusan hasil seleksi' },
  nama_pertemuan: { group: 'invited', explanation: 'tes tertulis, wawancara, atau daftar ulang' },
  hari_pertemuan: { group: 'invited', explanation: 'hari dan tanggal pertemuan' },
  waktu_pertemuan: { group: 'invited', explanation: 'jam mulai pertemuan' },
  tempat_pertemuan: { group: 'invited', explanation: 'tempat pertemuan' },
} as const satisfies Record<string, TokenEntry>

type TokenName = keyof typeof tokenCatalogue

export type Token = { name: TokenName } & TokenEntry

const all: Token[] = Object.entries(tokenCatalogue).map(([name, entry]) => ({ name: name as TokenName, ...entry }))

/** The tokens of these groups, in the order of the catalogue. */
export function tokensOf(groups: readonly TokenGroup[]): Token[] {
  return all.filter(token => groups.includes(token.group))
}

export function tokenExplanation(name: string): string {
  return all.find(token => token.name === name)?.explanation ?? name
}
