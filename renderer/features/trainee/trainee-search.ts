export const traineeCrumbs = [{ label: 'Peserta', path: '/peserta' }]

/** The class that the trainee will join: '?kelas=TR-2024-03'. */
export function readPlaceSearch(search: Record<string, unknown>): { kelas?: string } {
  return typeof search.kelas === 'string' && search.kelas !== '' ? { kelas: search.kelas } : {}
}
