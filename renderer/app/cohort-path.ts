/** The pages of a class. */
export type CohortTab =
  | 'summary'
  | 'schedule'
  | 'trainees'
  | 'attendance'
  | 'scores'
  | 'graduation'
  | 'certificates'
  | 'papers'

const places: Record<CohortTab, string> = {
  summary: '',
  schedule: '/jadwal',
  trainees: '/peserta',
  attendance: '/kehadiran',
  scores: '/nilai',
  graduation: '/kelulusan',
  certificates: '/sertifikat',
  papers: '/berkas',
}

/** '/angkatan/TR-2024-03/kehadiran' */
export function cohortPath(code: string, tab: CohortTab = 'summary'): string {
  return `/angkatan/${code}${places[tab]}`
}

/** '/angkatan/TR-2024-03/kehadiran?hari=9' */
export function attendancePath(code: string, n: number): string {
  return `${cohortPath(code, 'attendance')}?hari=${n}`
}
