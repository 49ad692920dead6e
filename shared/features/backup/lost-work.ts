/** What was done after a backup was made, and would be gone after restoring it. */
export type LostWork = {
  /** Rows of the history. */
  changes: number
  /** The moment of the backup in the history; null where the two histories part before it, so that all of it is counted from there. */
  since: string | null
  kinds: LostKind[]
}

export type LostKind = {
  kind: (typeof lostKinds)[number]['kind']
  count: number
  /** By whom, the most first. */
  by: { name: string; count: number }[]
}

/** What people ask for first. The count is of things, not of rows. */
export const lostKinds = [
  { kind: 'trainees', label: 'peserta baru', none: 'tidak ada peserta yang hilang' },
  { kind: 'days', label: 'hari kehadiran', none: 'tidak ada kehadiran yang hilang' },
  { kind: 'plans', label: 'jadwal diubah', none: 'tidak ada jadwal yang hilang' },
  { kind: 'certificates', label: 'sertifikat', none: 'tidak ada nomor yang hilang' },
] as const

export function lostWords({ changes, kinds }: LostWork): string {
  if (changes === 0) return 'Tidak ada yang hilang: tidak ada perubahan sesudah cadangan ini.'
  const parts = lostKinds.map(({ kind, label }) => `${kinds.find(one => one.kind === kind)?.count ?? 0} ${label}`)
  return `Yang hilang, ${changes} perubahan sesudah cadangan: ${parts.join(', ')}.`
}
