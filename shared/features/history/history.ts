/** Kinds of acts that the history is filtered by, each with the rows of the table of roles that it holds. */
export const historyChips = ['all', 'trainee', 'attendance', 'certificate', 'restricted'] as const
export type HistoryChip = (typeof historyChips)[number]

export const chipLabels: Record<HistoryChip, string> = {
  all: 'Semua',
  trainee: 'Peserta',
  attendance: 'Kehadiran',
  certificate: 'Sertifikat',
  restricted: 'Data terbatas',
}

/** Null for whatever there is. */
export const chipAreas: Record<HistoryChip, readonly string[] | null> = {
  all: null,
  trainee: ['trainee', 'rights', 'selection', 'nik', 'restricted'],
  attendance: ['attendance'],
  certificate: ['certificate'],
  restricted: ['nik', 'restricted'],
}

/** How many acts are counted before it is said that there are more. */
export const mostCounted = 1000

/** Hours within which a breach must be told, to whom it concerns and to the authority (UU 27/2022 Pasal 46). */
export const hoursToTell = 72
