/** Work done after a backup was made, which a restore would lose. */
export type LostWork = {
  /** Number of rows of the history. */
  changes: number
  /** Time of the backup in the history; null if both histories differ already before it, so that everything since is counted. */
  since: string | null
  kinds: LostKind[]
}

export type LostKind = {
  kind: (typeof lostKinds)[number]['kind']
  count: number
  /** By person, most first. */
  by: { name: string; count: number }[]
}

/** What people ask about first; counts things, not rows. */
export const lostKinds = [
  { kind: 'trainees', label: 'peserta baru', none: 'tidak ada peserta yang hilang' },
  { kind: 'days', label: 'hari kehadiran', none: 'tidak ada kehadiran yang hilang' },
  { kind: 'plans', label: 'jadwal diubah', none: 'tidak ada jadwal yang hilang' },
  { kind: 'certificates', label: 'sertifikat', none: 'tidak ada nomor yang hilang' },
] as const

export function formatLostWork({ changes, kinds }: LostWork): string {
  if (changes === 0) return 'Tidak ada yang hilang: tidak ada perubahan sesudah cadangan ini.'
  const parts = lostKinds.map(({ kind, label }) => `${kinds.find(one => one.kind === kind)?.count ?? 0} ${label}`)
  return `Yang hilang, ${changes} perubahan sesudah cadangan: ${parts.join(', ')}.`
}
