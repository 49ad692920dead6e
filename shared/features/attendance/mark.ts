/** Hadir, Sakit, Izin, Alpa, Terlambat. Late counts as present; no mark at all means 'belum diisi', never absent. */
export const marks = ['H', 'S', 'I', 'A', 'T'] as const
export type Mark = (typeof marks)[number]

const labels: Record<Mark, string> = {
  H: 'Hadir',
  S: 'Sakit',
  I: 'Izin',
  A: 'Alpa',
  T: 'Terlambat',
}

export function markLabel(mark: Mark): string {
  return labels[mark]
}

export function isPresent(mark: Mark): boolean {
  return mark === 'H' || mark === 'T'
}

/** As isPresent, of a day that may not be filled in. */
export function wasPresent(mark: Mark | null | undefined): boolean {
  return mark !== null && mark !== undefined && isPresent(mark)
}
