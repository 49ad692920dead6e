/** Stable names of the papers: in the contract, in links and in file names. Never reused for another paper. */
export const paperKeys = [
  'attendance-day',
  'attendance-15',
  'attendance-recap',
  'schedule',
  'schedule-week',
  'schedule-change',
  'participants',
  'final-scores',
  'graduation-minutes',
  'graduation-reasons',
  'certificate',
  'statement',
  'biodata',
  'pledge',
  'consent',
] as const
export type PaperKey = (typeof paperKeys)[number]

/** Papers with a page for each person, of a class as of a registration. */
export const personPaperKeys = ['biodata', 'pledge', 'consent'] as const satisfies readonly PaperKey[]
export type PersonPaperKey = (typeof personPaperKeys)[number]

/** Papers of a registration, made from its own page. */
export const registrationPaperKeys = [
  'selection-result',
  'decree-participants',
  'invitation',
  ...personPaperKeys,
] as const
export type RegistrationPaperKey = (typeof registrationPaperKeys)[number]

/** Papers about one instructor, made from the page of the person. */
export const instructorPaperKeys = ['recertification-letter'] as const
export type InstructorPaperKey = (typeof instructorPaperKeys)[number]

type AnyPaperKey = PaperKey | RegistrationPaperKey | InstructorPaperKey

const titles: Record<AnyPaperKey, string> = {
  'selection-result': 'Pengumuman Hasil Seleksi',
  'decree-participants': 'Lampiran SK Penetapan Peserta',
  invitation: 'Undangan',
  biodata: 'Biodata Peserta',
  pledge: 'Surat Pernyataan Peserta',
  consent: 'Persetujuan Pemrosesan Data Pribadi',
  'recertification-letter': 'Surat Permohonan Sertifikasi Ulang',
  'attendance-day': 'Daftar Hadir Harian',
  'attendance-15': 'Daftar Hadir 15 Hari',
  'attendance-recap': 'Rekapitulasi Kehadiran',
  schedule: 'Jadwal Pelatihan',
  'schedule-week': 'Jadwal Mingguan',
  'schedule-change': 'Surat Perubahan Jadwal',
  participants: 'Daftar Nominatif Peserta',
  'final-scores': 'Daftar Nilai Akhir',
  'graduation-minutes': 'Berita Acara Sidang Kelulusan',
  'graduation-reasons': 'Penjelasan Hasil Pelatihan',
  certificate: 'Sertifikat Pelatihan',
  statement: 'Surat Keterangan Mengikuti Pelatihan',
}

export function paperTitle(key: AnyPaperKey): string {
  return titles[key]
}

/** True for a paper whose sheet is A4 whatever the centre uses. */
export function isAlwaysA4(key: PaperKey): boolean {
  return key === 'certificate'
}

/** True for a paper with a page for each person, which may also be made for one of them. */
export function isPersonPaper(key: PaperKey | RegistrationPaperKey): key is PersonPaperKey {
  return personPaperKeys.some(one => one === key)
}
