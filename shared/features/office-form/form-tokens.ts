import { classLists, ofClass } from './class-tokens.ts'
import { type FormToken, list, tokens } from './form-token.ts'
import type { FormSubject } from './office-form.ts'
import { member, person, pictures, portrait } from './person-tokens.ts'

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

export const formTokens: Readonly<Record<FormSubject, readonly FormToken[]>> = {
  COHORT: [...centre, ...ofClass, ...classLists],
  PERSON: [...person, ...portrait, ...member, ...pictures, ...centre, ...ofClass],
  REGISTRATION: [...centre, ...ofRegistration, applicants],
  INSTRUCTOR: [...centre, ...ofInstructor],
}
