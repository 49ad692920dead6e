import { tokenCatalogue } from '../letter/letter-tokens.ts'
import { type FormToken, list, tokens } from './form-token.ts'
import { member, person, pictures } from './person-tokens.ts'

/** Values of letters about a class, with the same names. */
const letterExamples = {
  kode_kelas: 'TR-2024-03',
  kejuruan: 'Tata Rias',
  nama_program: 'Tata Rias (MUA)',
  pelatihan: 'kejuruan Tata Rias (MUA)',
  angkatan: 'Angkatan III',
  tahun: '2024',
  tanggal_mulai: '16 Desember 2024',
  tanggal_selesai: '8 Januari 2025',
  jumlah_hari: '15',
  jumlah_hari_terbilang: 'lima belas',
  jumlah_jp: '120',
  jumlah_jp_terbilang: 'seratus dua puluh',
  menit_per_jp: '45',
  waktu_pelatihan: '08.00–15.15 WIB',
  tempat_pelatihan: 'Ruang Tata Rias, UPT Balai Latihan Kerja',
  kegiatan: 'Pelatihan Berbasis Kompetensi',
  sumber_dana: 'Insentif Fiskal',
  tahun_anggaran: '2024',
  nomor_sk_peserta: '563/041-BLK/2024',
  tanggal_sk_peserta: '12 Desember 2024',
  syarat_kelulusan: 'kehadiran paling sedikit 80% dan nilai akhir paling rendah 70,00',
  batas_kehadiran: '80%',
  nilai_minimum: '70,00',
  bobot_teori: '30%',
  bobot_praktik: '70%',
  jumlah_peserta: '16',
  jumlah_peserta_terbilang: 'enam belas',
  rincian_kelamin: 'seluruhnya perempuan',
  jumlah_laki_laki: '0',
  jumlah_perempuan: '16',
  jumlah_instruktur: '2',
  jumlah_instruktur_terbilang: 'dua',
  nama_instruktur: 'Sri Wahyuni, S.Pd. dan Rina Marlina',
  jumlah_lulus: '13',
  jumlah_lulus_terbilang: 'tiga belas',
  jumlah_tidak_lulus: '2',
  jumlah_tidak_lulus_terbilang: 'dua',
  jumlah_keluar: '1',
  jumlah_seluruhnya: '13 + 2 + 1 = 16',
  persentase_kelulusan: '81,25%',
  rata_rata_nilai: '82,40',
  rata_rata_kehadiran: '96,67%',
  tanggal_sidang: '9 Januari 2025',
  perda_apbd: 'Perda Kota Tangerang Nomor 11 Tahun 2023',
  perwal_apbd: 'Perwal Tangerang Nomor 112 Tahun 2023',
  nomor_dpa: 'DPA/A.1/2.07.0.00/001/2024',
  sub_kegiatan: 'Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan',
  kode_rekening: '5.1.02.02.01.0026',
} satisfies Partial<Record<keyof typeof tokenCatalogue, string>>

/** Tokens of a class that also exist in letters. */
export type LetterTokenName = keyof typeof letterExamples

export const dateTokens: Partial<Record<LetterTokenName, true>> = {
  tanggal_mulai: true,
  tanggal_selesai: true,
  tanggal_sk_peserta: true,
  tanggal_sidang: true,
}

function letterKind(name: LetterTokenName): FormToken['kind'] {
  if (dateTokens[name]) return 'date'
  return /^(tahun|jumlah_(?!.*terbilang|seluruhnya)|menit)/.test(name) ? 'number' : 'text'
}

const ofLetters: FormToken[] = (Object.keys(letterExamples) as LetterTokenName[]).map(name => ({
  name,
  kind: letterKind(name),
  explanation: tokenCatalogue[name].explanation,
  example: letterExamples[name],
}))

const officials = tokens(
  ['nama_kpa', 'text', 'kuasa pengguna anggaran', 'Hj. Siti Aminah, S.H.'],
  ['nip_kpa', 'text', 'NIP kuasa pengguna anggaran', '19680210 199003 2 003'],
  ['nama_pptk', 'text', 'pejabat pelaksana teknis kegiatan', 'Budi Santoso, S.T.'],
  ['nip_pptk', 'text', 'NIP PPTK', '19790101 200501 1 002'],
  ['nama_bendahara', 'text', 'bendahara', 'Dewi Lestari, A.Md.'],
  ['nip_bendahara', 'text', 'NIP bendahara', '19850505 201001 2 005'],
  ['tarif_transport', 'number', 'uang transport sehari', '75.000'],
  ['tarif_konsumsi', 'number', 'konsumsi sehari', '45.000'],
  ['tarif_honor', 'number', 'honorarium satu JP', '100.000'],
)

export const classLists = [
  list('peserta', 'diulang untuk tiap peserta; yang keluar ikut', [...member, ...person, ...pictures]),
  list(
    'instruktur',
    'diulang untuk tiap instruktur',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['nama', 'text', 'nama instruktur', 'Sri Wahyuni, S.Pd.'],
      ['nip', 'text', 'NIP', '19800101 200501 2 001'],
      ['jp', 'number', 'JP menurut jadwal', '60'],
      ['nomor_sertifikat', 'text', 'nomor sertifikat BNSP', '12345 2023 0001234'],
      ['skema', 'text', 'skema sertifikasi', 'Penata Rias Pengantin'],
      ['berlaku_sampai', 'date', 'sertifikat berlaku sampai', '31 Desember 2026'],
    ),
  ),
  list(
    'hari',
    'diulang untuk tiap hari pelatihan',
    tokens(
      ['no', 'number', 'hari ke-', '1'],
      ['tanggal', 'date', 'tanggal', '16 Desember 2024'],
      ['nama_hari', 'text', 'nama hari', 'Senin'],
      ['jam_mulai', 'text', 'jam mulai', '08.00'],
      ['jam_selesai', 'text', 'jam selesai', '15.15'],
      ['jp', 'number', 'jumlah JP', '8'],
      ['materi', 'text', 'materi', 'Dasar tata rias'],
      ['instruktur', 'text', 'nama instruktur hari itu', 'Sri Wahyuni, S.Pd.'],
      ['hadir', 'number', 'peserta yang hadir', '15'],
    ),
  ),
  list(
    'unit',
    'diulang untuk tiap unit kompetensi',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['kode', 'text', 'kode unit', 'S.96TRP00.001.1'],
      ['judul', 'text', 'judul unit', 'Menerapkan Keselamatan Kerja'],
      ['jp_teori', 'number', 'JP teori', '4'],
      ['jp_praktik', 'number', 'JP praktik', '8'],
      ['jp', 'number', 'JP seluruhnya', '12'],
    ),
  ),
  list(
    'bahan',
    'diulang untuk tiap bahan',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['nama', 'text', 'nama bahan', 'Bedak tabur'],
      ['spesifikasi', 'text', 'spesifikasi', 'warna natural'],
      ['satuan', 'text', 'satuan', 'buah'],
      ['jumlah', 'number', 'jumlah', '16'],
      ['harga', 'number', 'harga satuan', '35.000'],
      ['jumlah_harga', 'number', 'jumlah × harga', '560.000'],
    ),
  ),
  list(
    'anggaran',
    'diulang untuk tiap baris RAB',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['tahun', 'number', 'tahun anggaran', '2024'],
      ['rekening', 'text', 'kode rekening', '5.1.02.01.01.0024'],
      ['uraian', 'text', 'uraian', 'Belanja bahan praktik'],
      ['rencana', 'number', 'rencana', '12.000.000'],
      ['realisasi', 'number', 'realisasi', '11.500.000'],
    ),
  ),
]

const classConditions = tokens(
  ['sudah_sidang', 'condition', 'bila sidang kelulusan sudah tercatat', '{#sudah_sidang}…{/sudah_sidang}'],
  ['belum_sidang', 'condition', 'bila sidang kelulusan belum tercatat', '{#belum_sidang}…{/belum_sidang}'],
  ['insentif_fiskal', 'condition', 'bila dibiayai dana insentif fiskal', '{#insentif_fiskal}…{/insentif_fiskal}'],
)

/** Tokens of a class, without lists. */
export const ofClass: FormToken[] = [...ofLetters, ...officials, ...classConditions]
