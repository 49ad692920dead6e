const words: Record<string, string> = {
  none: 'belum ikut pelatihan',
  enrolled: 'terdaftar',
  passed: 'lulus',
  failed: 'tidak lulus',
  withdrawn: 'mengundurkan diri',
  expelled: 'dikeluarkan',
}

/** State in a class as text: 'lulus'. */
export function formatTraineeState(state: string): string {
  return words[state] ?? state
}
