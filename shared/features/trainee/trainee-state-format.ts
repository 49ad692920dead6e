const words: Record<string, string> = {
  none: 'belum ikut pelatihan',
  enrolled: 'terdaftar',
  passed: 'lulus',
  failed: 'tidak lulus',
  withdrawn: 'mengundurkan diri',
  expelled: 'dikeluarkan',
}

/** How somebody stands in a class, or how it ended: 'lulus'. */
export function formatTraineeState(state: string): string {
  return words[state] ?? state
}
