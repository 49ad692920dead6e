import { tokenCatalogue } from '../letter/letter-tokens.ts'
import type { FormSubject } from './office-form.ts'

/**
 * text, number, date: what stands for it; a number or date alone in a cell of Excel stays one. picture: of Word only. condition: what stands
 * between {#name} and {/name} is kept or left out. list: it is repeated, with `fields` of its own.
 */
export type FormToken = {
  name: string
  kind: 'text' | 'number' | 'date' | 'picture' | 'condition' | 'list'
  explanation: string
  /** What a filled form says there. */
  example: string
  fields?: readonly FormToken[]
  /** More protected than other data: filling a form that has it is written down. */
  restricted?: boolean
}

type Line = readonly [name: string, kind: FormToken['kind'], explanation: string, example: string, restricted?: true]

function tokens(...lines: readonly Line[]): FormToken[] {
  return lines.map(([name, kind, explanation, example, restricted]) => ({
    name,
    kind,
    explanation,
    example,
    ...(restricted ? { restricted } : {}),
  }))
}

function list(name: string, explanation: string, fields: readonly FormToken[]): FormToken {
  const inside = fields.slice(0, 3).map(one => `{${one.name}}`)
  return { name, kind: 'list', explanation, example: `{#${name}}${inside.join(' ')}{/${name}}`, fields }
}

const centre = tokens(
  ['nama_balai', 'text', 'nama balai', 'UPT Balai Latihan Kerja'],
  ['balai_lengkap', 'text', 'nama balai dengan daerahnya', 'UPT Balai Latihan Kerja Kota Tangerang'],
  ['nama_dinas', 'text', 'nama dinas', 'Dinas Ketenagakerjaan'],
  ['daerah', 'text', 'daerah', 'Kota Tangerang'],
  ['kota', 'text', 'kota tempat surat dibuat', 'Tangerang'],
  ['alamat_balai', 'text', 'alamat di kop surat', 'Jl. Perintis Kemerdekaan No. 1'],
  ['tanggal_hari_ini', 'date', 'hari formulir diisi', '16 Desember 2024'],
  ['nama_kepala', 'text', 'kepala balai', 'Drs. H. Ahmad Fauzi, M.Si.'],
  ['nip_kepala', 'text', 'NIP kepala balai', '19710412 199803 1 004'],
  ['jabatan_kepala', 'text', 'jabatan kepala balai', 'Kepala UPT Balai Latihan Kerja'],
  ['pangkat_kepala', 'text', 'pangkat kepala balai', 'Pembina Tk. I'],
)

/** What letters say about a class, by the same names. */
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

/** Tokens of a class that are the same as in its letters. */
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

/** Whoever the form is about, or stands in a list. */
const person = tokens(
  ['nama', 'text', 'nama menurut KTP', 'Siti Rahayu'],
  ['nama_kapital', 'text', 'nama dengan huruf besar', 'SITI RAHAYU'],
  ['nik', 'text', 'NIK; tengahnya disamarkan menurut Aturan surat', '367101******0003'],
  ['nik_lengkap', 'text', 'NIK 16 angka; pengisiannya dicatat', '3671014101990003', true],
  ['jk', 'text', 'L atau P', 'P'],
  ['jenis_kelamin', 'text', 'laki-laki atau perempuan', 'Perempuan'],
  ['tempat_lahir', 'text', 'tempat lahir', 'Tangerang'],
  ['tanggal_lahir', 'date', 'tanggal lahir', '1 Januari 1999'],
  ['ttl', 'text', 'tempat dan tanggal lahir', 'Tangerang, 1 Januari 1999'],
  ['umur', 'number', 'umur pada hari pertama pelatihan, atau hari ini', '25'],
  ['pendidikan', 'text', 'pendidikan terakhir', 'SMA'],
  ['alamat', 'text', 'alamat menurut KTP', 'Jl. Melati No. 5'],
  ['rt', 'text', 'RT', '002'],
  ['rw', 'text', 'RW', '004'],
  ['kelurahan', 'text', 'kelurahan', 'Karawaci'],
  ['kecamatan', 'text', 'kecamatan', 'Karawaci'],
  [
    'alamat_lengkap',
    'text',
    'alamat dengan RT, RW, kelurahan, dan kecamatan',
    'Jl. Melati No. 5, RT 002 RW 004, Karawaci',
  ],
  ['telepon', 'text', 'nomor telepon', '0812-3456-7890'],
  ['laki_laki', 'condition', 'hanya untuk laki-laki', '{#laki_laki}Bapak{/laki_laki}'],
  ['perempuan', 'condition', 'hanya untuk perempuan', '{#perempuan}Ibu{/perempuan}'],
)

/** Only of the person that a form is about: a list of them would read every photo. */
const portrait = tokens(
  ['no_kk', 'text', 'nomor kartu keluarga; pengisiannya dicatat', '3671010101200001', true],
  ['agama', 'text', 'agama', 'Islam'],
  ['status_kawin', 'text', 'status perkawinan', 'Kawin'],
  ['pekerjaan', 'text', 'pekerjaan sekarang', 'Belum bekerja'],
  ['email', 'text', 'alamat email', 'siti@contoh.id'],
  ['domisili', 'text', 'alamat tinggal bila lain dari KTP', 'Jl. Mawar No. 2, Cibodas'],
)

const member = tokens(
  ['no', 'number', 'nomor urut di daftar kelas', '1'],
  ['hadir', 'number', 'hari hadir', '14'],
  ['sakit', 'number', 'hari sakit', '1'],
  ['izin', 'number', 'hari izin', '0'],
  ['alpa', 'number', 'hari tanpa keterangan', '0'],
  ['persen_hadir', 'text', 'kehadiran dalam persen', '93,33%'],
  ['nilai_teori', 'number', 'nilai teori', '80,00'],
  ['nilai_praktik', 'number', 'nilai praktik', '84,00'],
  ['nilai_akhir', 'number', 'nilai akhir', '82,80'],
  ['hasil', 'text', 'hasil sidang', 'LULUS'],
  ['nomor_sertifikat', 'text', 'nomor sertifikat', '563/001-TR/BLK/2025'],
  ['ukuran_baju', 'text', 'ukuran baju', 'XL'],
  ['nomor_asuransi', 'text', 'nomor kartu asuransi', '1234567890'],
  ['bank', 'text', 'nama bank; pengisiannya dicatat', 'Bank BJB', true],
  ['rekening', 'text', 'nomor rekening; pengisiannya dicatat', '0012345678', true],
  ['nama_rekening', 'text', 'nama pemilik rekening; pengisiannya dicatat', 'SITI RAHAYU', true],
  ['uang_transport', 'number', 'hari hadir × tarif transport', '1.050.000'],
  ['lulus', 'condition', 'hanya yang lulus', '{#lulus}Selamat.{/lulus}'],
  ['tidak_lulus', 'condition', 'hanya yang tidak lulus', '{#tidak_lulus}Silakan mencoba lagi.{/tidak_lulus}'],
  ['keluar', 'condition', 'hanya yang keluar dari kelas', '{#keluar}Keluar{/keluar}'],
  ['masih_ikut', 'condition', 'hanya yang tidak keluar', '{#masih_ikut}Aktif{/masih_ikut}'],
)

const pictures = tokens(
  ['foto', 'picture', 'pas foto 3 × 4 cm, hanya di Word', 'pas foto'],
  ['qr', 'picture', 'kode QR dengan kode kelas, nomor, dan nama, hanya di Word', 'kode QR'],
)

const classLists = [
  list('peserta', 'diulang untuk tiap peserta; yang keluar ikut', [...member, ...person]),
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

const ofClass = [...centre, ...ofLetters, ...officials, ...classConditions]

const applicants = list('pendaftar', 'diulang untuk tiap pendaftar menurut peringkat', [
  ...tokens(
    ['no', 'number', 'nomor urut', '1'],
    ['peringkat', 'number', 'peringkat seleksi', '1'],
    ['administrasi', 'text', 'memenuhi syarat administrasi: Ya, Tidak', 'Ya'],
    ['nilai_tes', 'number', 'nilai tes tertulis', '85,00'],
    ['nilai_wawancara', 'number', 'nilai wawancara', '80,00'],
    ['nilai_jumlah', 'number', 'nilai seluruhnya', '83,00'],
    ['hasil', 'text', 'hasil seleksi: Lulus, Cadangan, Tidak', 'Lulus'],
    ['lulus', 'condition', 'hanya yang lulus seleksi', '{#lulus}…{/lulus}'],
    ['cadangan', 'condition', 'hanya cadangan', '{#cadangan}…{/cadangan}'],
  ),
  ...person,
])

const ofRegistration = tokens(
  ['pendaftaran', 'text', 'nama pendaftaran', 'Tata Rias Angkatan III'],
  ['program_pendaftaran', 'text', 'program yang didaftari', 'Tata Rias (MUA)'],
  ['tahun', 'number', 'tahun', '2024'],
  ['dibuka', 'date', 'pendaftaran dibuka', '1 November 2024'],
  ['ditutup', 'date', 'pendaftaran ditutup', '30 November 2024'],
  ['daya_tampung', 'number', 'tempat yang ada', '16'],
  ['jumlah_pendaftar', 'number', 'jumlah pendaftar', '42'],
  ['nomor_penetapan', 'text', 'nomor keputusan hasil seleksi', '563/039-BLK/2024'],
  ['tanggal_penetapan', 'date', 'tanggal keputusan hasil seleksi', '10 Desember 2024'],
)

const ofInstructor = [
  ...tokens(
    ['nama', 'text', 'nama instruktur', 'Sri Wahyuni, S.Pd.'],
    ['nip', 'text', 'NIP', '19800101 200501 2 001'],
    ['instansi', 'text', 'instansi', 'UPT Balai Latihan Kerja'],
    ['telepon', 'text', 'nomor telepon', '0812-3456-7890'],
    ['npwp', 'text', 'NPWP; pengisiannya dicatat', '12.345.678.9-402.000', true],
    ['bank', 'text', 'nama bank; pengisiannya dicatat', 'Bank BJB', true],
    ['rekening', 'text', 'nomor rekening; pengisiannya dicatat', '0012345678', true],
    ['nama_rekening', 'text', 'nama pemilik rekening; pengisiannya dicatat', 'SRI WAHYUNI', true],
  ),
  list(
    'sertifikat',
    'diulang untuk tiap sertifikat BNSP',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['nomor', 'text', 'nomor sertifikat', '12345 2023 0001234'],
      ['jenis', 'text', 'teknis, metodologi, atau asesor', 'Teknis'],
      ['skema', 'text', 'skema sertifikasi', 'Penata Rias Pengantin'],
      ['lsp', 'text', 'lembaga sertifikasi', 'LSP Tata Rias'],
      ['terbit', 'date', 'tanggal terbit', '1 Januari 2024'],
      ['berlaku_sampai', 'date', 'berlaku sampai', '31 Desember 2026'],
    ),
  ),
  list(
    'kelas',
    'diulang untuk tiap kelas yang diajar',
    tokens(
      ['no', 'number', 'nomor urut', '1'],
      ['kode', 'text', 'kode kelas', 'TR-2024-03'],
      ['nama_kelas', 'text', 'nama kelas', 'Tata Rias III'],
      ['mulai', 'date', 'hari pertama', '16 Desember 2024'],
      ['selesai', 'date', 'hari terakhir', '8 Januari 2025'],
    ),
  ),
]

/** Every token of a form, in the order in which it is shown. */
export const formTokens: Readonly<Record<FormSubject, readonly FormToken[]>> = {
  COHORT: [...ofClass, ...classLists],
  PERSON: [...person, ...portrait, ...member, ...pictures, ...ofClass],
  REGISTRATION: [...centre, ...ofRegistration, applicants],
  INSTRUCTOR: [...centre, ...ofInstructor],
}
