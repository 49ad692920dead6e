/** Filters of the history, each with the rows of the role table it includes. */
export const historyChips = ['all', 'trainee', 'attendance', 'certificate', 'restricted'] as const
export type HistoryChip = (typeof historyChips)[number]

export const chipLabels: Record<HistoryChip, string> = {
  all: 'Semua',
  trainee: 'Peserta',
  attendance: 'Kehadiran',
  certificate: 'Sertifikat',
  restricted: 'Data terbatas',
}

/** Null for everything. */
export const chipAreas: Record<HistoryChip, readonly string[] | null> = {
  all: null,
  trainee: ['trainee', 'rights', 'selection', 'nik', 'restricted'],
  attendance: ['attendance'],
  certificate: ['certificate'],
  restricted: ['nik', 'restricted'],
}

/** Counting stops here, and "more" is shown. */
export const mostCounted = 1000

/** Hours to notify the people concerned and the authority of a breach (UU 27/2022 Pasal 46). */
export const hoursToNotify = 72
