/** Hadir, Sakit, Izin, Alpa, Terlambat. Late counts as present; no mark means 'belum diisi', never absent. */
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

/** Like isPresent, for days that may have no mark. */
export function wasPresent(mark: Mark | null | undefined): boolean {
  return mark !== null && mark !== undefined && isPresent(mark)
}
