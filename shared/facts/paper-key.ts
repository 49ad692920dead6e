import { keysOf } from '../kernel/keys-of.ts'

const listTitles = {
  cover: 'Sampul Berkas',
  instructors: 'Daftar Nominatif Instruktur',
  curriculum: 'Kurikulum',
  'materials-request': 'Daftar Permintaan Bahan',
  'materials-receipt': 'Bukti Penerimaan Bahan',
  'materials-usage': 'Laporan Mingguan Penggunaan Bahan',
  'competency-recap': 'Rekap Penilaian PBK',
  'final-recap': 'Rekapitulasi Akhir Hasil Pelatihan',
  'receipt-transport': 'Tanda Terima Uang Transport',
  'receipt-insurance': 'Tanda Terima Kartu Asuransi',
  'receipt-clothing': 'Tanda Terima Pakaian Kerja',
  'receipt-stationery': 'Tanda Terima ATK',
  'receipt-modules': 'Tanda Terima Modul',
  'receipt-meals': 'Tanda Terima Konsumsi',
  photos: 'Foto Dokumentasi',
  'id-cards': 'Kartu Peserta (ID Card)',
  'name-tags': 'Tanda Nama',
  'certificate-register': 'Register Sertifikat',
  'target-participants': 'Daftar Nominatif Sasaran',
  syllabus: 'Silabus',
  'assessment-sheet': 'Lembar Penilaian Unit',
  'opening-attendance': 'Daftar Hadir Pembukaan',
  'closing-attendance': 'Daftar Hadir Penutupan',
  'test-sheet': 'Lembar Nilai Tes Tertulis',
  'interview-sheet': 'Lembar Wawancara',
  'withdrawal-letter': 'Surat Pengunduran Diri',
  'receipt-honoraria': 'Daftar Honorarium Instruktur',
  'transfer-list': 'Daftar Transfer',
  'payment-receipt': 'Kuitansi',
  budget: 'Rencana Anggaran Biaya (RAB)',
  'budget-realisation': 'Realisasi Anggaran Kelas',
  'materials-inspection': 'Berita Acara Pemeriksaan Bahan',
  'materials-handover': 'Berita Acara Serah Terima Bahan',
  'stock-card': 'Kartu Persediaan Bahan',
  'aid-handover': 'Berita Acara Serah Terima Modal Kerja',
  'evaluation-form': 'Formulir Evaluasi Pelatihan',
  'evaluation-recap': 'Rekap Evaluasi Pelatihan',
  'collection-authority': 'Surat Kuasa Pengambilan Sertifikat',
} as const

/** Lists, receipts and cards, drawn from ListFacts. Without data each is an empty form. */
export const listPaperKeys = keysOf(listTitles)
export type ListPaperKey = (typeof listPaperKeys)[number]

const letterTitles = {
  'decree-training': 'SK Penyelenggaraan Pelatihan',
  'decree-participants': 'SK Penetapan Peserta',
  'decree-instructors': 'SK Penetapan Instruktur dan Panitia',
  'opening-minutes': 'Berita Acara Pembukaan',
  'closing-minutes': 'Berita Acara Penutupan',
  'panel-invitation': 'Undangan Sidang Kelulusan',
  'panel-attendance': 'Daftar Hadir Sidang Kelulusan',
  'graduation-minutes': 'Berita Acara Sidang Kelulusan',
  'report-text': 'Kata Pengantar dan Isi Laporan',
  'selection-minutes': 'Berita Acara Seleksi',
  'assignment-instructors': 'Surat Tugas Instruktur',
  'assignment-committee': 'Surat Tugas Panitia',
  'opening-invitation': 'Undangan Pembukaan',
  'closing-invitation': 'Undangan Penutupan',
  'replacement-minutes': 'Berita Acara Penggantian Peserta',
  'cover-note': 'Nota Dinas Laporan',
  'report-cover': 'Surat Pengantar Laporan',
} as const

/** Letters of a class with their own number, date or other values. */
export const cohortLetterKeys = keysOf(letterTitles)
export type CohortLetterKey = (typeof cohortLetterKeys)[number]

const cohortTitles = {
  'attendance-day': 'Daftar Hadir Harian',
  'attendance-15': 'Daftar Hadir 15 Hari',
  'attendance-week': 'Daftar Hadir Mingguan',
  'attendance-session': 'Daftar Hadir Pagi dan Siang',
  'attendance-recap': 'Rekapitulasi Kehadiran',
  'instructor-attendance': 'Daftar Hadir Instruktur',
  'teaching-hours': 'Daftar Jam Mengajar Instruktur',
  schedule: 'Jadwal Pelatihan',
  'schedule-week': 'Jadwal Mingguan',
  'schedule-change': 'Surat Perubahan Jadwal',
  participants: 'Daftar Nominatif Peserta',
  'final-scores': 'Daftar Nilai Akhir',
  'graduation-reasons': 'Penjelasan Hasil Pelatihan',
  certificate: 'Sertifikat Pelatihan',
  statement: 'Surat Keterangan Mengikuti Pelatihan',
  biodata: 'Biodata Peserta',
  pledge: 'Surat Pernyataan Peserta',
  consent: 'Persetujuan Pemrosesan Data Pribadi',
  ...listTitles,
  ...letterTitles,
} as const

/** Stable names of the papers, used in the contract, in links and file names. Never reuse one for another paper. */
export const paperKeys = keysOf(cohortTitles)
export type PaperKey = (typeof paperKeys)[number]

/** Stable names of the office's own forms, beside the papers of the program. */
export type OfficeFormKey = `kantor-${string}`

/** Everything in the folder of a class. */
export type FiledKey = PaperKey | OfficeFormKey

export function isOfficeForm(key: string): key is OfficeFormKey {
  return key.startsWith('kantor-')
}

/** Papers with one page for each person, for a class or a registration. */
export const personPaperKeys = ['biodata', 'pledge', 'consent'] as const satisfies readonly PaperKey[]
export type PersonPaperKey = (typeof personPaperKeys)[number]

/** Papers made on the page of a registration. */
export const registrationPaperKeys = [
  'selection-result',
  'decree-participants',
  'invitation',
  ...personPaperKeys,
] as const
export type RegistrationPaperKey = (typeof registrationPaperKeys)[number]

/** Papers made on the page of an instructor. */
const instructorPaperKeys = ['recertification-letter'] as const
type InstructorPaperKey = (typeof instructorPaperKeys)[number]

type AnyPaperKey = PaperKey | RegistrationPaperKey | InstructorPaperKey

const titles: Record<AnyPaperKey, string> = {
  ...cohortTitles,
  'selection-result': 'Pengumuman Hasil Seleksi',
  invitation: 'Undangan Seleksi dan Daftar Ulang',
  'recertification-letter': 'Surat Permohonan Sertifikasi Ulang',
}

export function paperTitle(key: AnyPaperKey): string {
  return titles[key]
}

/** For a registration only the list attached to the decree is made; the decree belongs to the class. */
export function registrationPaperTitle(key: RegistrationPaperKey): string {
  return key === 'decree-participants' ? `Lampiran ${titles[key]}` : titles[key]
}

/** True for papers that are always A4. */
export function isAlwaysA4(key: PaperKey): boolean {
  return key === 'certificate' || key === 'id-cards' || key === 'name-tags'
}

export function isListPaper(key: PaperKey): key is ListPaperKey {
  return listPaperKeys.some(one => one === key)
}

/** True for a sheet of one day or of its week. */
export function isSheetOfDays(key: PaperKey): boolean {
  return ['attendance-day', 'attendance-week', 'attendance-session', 'receipt-meals'].includes(key)
}

/** True for a paper with one page for each person, which can also be made for one of them. */
export function isPersonPaper(key: PaperKey | RegistrationPaperKey): key is PersonPaperKey {
  return personPaperKeys.some(one => one === key)
}
