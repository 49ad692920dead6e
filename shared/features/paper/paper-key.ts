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
  'certificate',
  'statement',
] as const
export type PaperKey = (typeof paperKeys)[number]

/** Papers about one instructor, made from the page of the person. */
export const instructorPaperKeys = ['recertification-letter'] as const
export type InstructorPaperKey = (typeof instructorPaperKeys)[number]

const titles: Record<PaperKey | InstructorPaperKey, string> = {
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
  certificate: 'Sertifikat Pelatihan',
  statement: 'Surat Keterangan Mengikuti Pelatihan',
}

export function paperTitle(key: PaperKey | InstructorPaperKey): string {
  return titles[key]
}

/** True for a paper whose sheet is A4 whatever the centre uses. */
export function isAlwaysA4(key: PaperKey): boolean {
  return key === 'certificate'
}
