import { keysOf } from '../../kernel/keys-of.ts'

/** What a change of the facts of a paper is called by, once it was printed. */
const changeLabels = {
  centre: 'data balai berubah',
  class: 'data kelas berubah',
  rules: 'aturan kelulusan berubah',
  schedule: 'jadwal berubah',
  instructors: 'instruktur berubah',
  people: 'daftar peserta berubah',
  attendance: 'kehadiran berubah',
  scores: 'nilai berubah',
  panel: 'hasil sidang berubah',
  official: 'pejabat penanda tangan berganti',
  other: 'isinya berubah',
}
export type FactGroup = keyof typeof changeLabels
export const factGroups = keysOf(changeLabels)

/** Of each group that a paper says, a digest of all its facts. */
export type FactDigests = Partial<Record<FactGroup, string>>

/** Where these have changed a printed sheet must not be signed any more. */
const spoilsSheet: ReadonlySet<FactGroup> = new Set(['schedule', 'instructors', 'people', 'official'])

/** What the paper says differently now, in the order of the groups. A group that it did not say before is no change. */
export function changedGroups(printed: FactDigests, present: FactDigests): FactGroup[] {
  return factGroups.filter(group => {
    const [before, now] = [printed[group], present[group]]
    return before !== undefined && now !== undefined && before !== now
  })
}

/** 'jadwal berubah, instruktur berubah. Lembar lama jangan dipakai lagi.' */
export function formatChanged(groups: readonly FactGroup[]): string {
  const words = groups.map(group => changeLabels[group]).join(', ')
  return groups.some(group => spoilsSheet.has(group)) ? `${words}. Lembar lama jangan dipakai lagi.` : `${words}.`
}
