/** Stable names of the papers: in the contract, in links and in file names. Never reused for another paper. */
export const paperKeys = [
  'attendance-day',
  'attendance-15',
  'attendance-recap',
  'schedule',
  'participants',
  'final-scores',
  'graduation-minutes',
  'certificate',
  'statement',
] as const
export type PaperKey = (typeof paperKeys)[number]

const titles: Record<PaperKey, string> = {
  'attendance-day': 'Daftar Hadir Harian',
  'attendance-15': 'Daftar Hadir 15 Hari',
  'attendance-recap': 'Rekapitulasi Kehadiran',
  schedule: 'Jadwal Pelatihan',
  participants: 'Daftar Nominatif Peserta',
  'final-scores': 'Daftar Nilai Akhir',
  'graduation-minutes': 'Berita Acara Sidang Kelulusan',
  certificate: 'Sertifikat Pelatihan',
  statement: 'Surat Keterangan Mengikuti Pelatihan',
}

export function paperTitle(key: PaperKey): string {
  return titles[key]
}

/** True for a paper whose sheet is A4 whatever the centre uses. */
export function isAlwaysA4(key: PaperKey): boolean {
  return key === 'certificate'
}
