import { keysOf } from '../../kernel/keys-of.ts'

/** Names of changes in a paper since it was printed. */
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

/** A hash of the data of each group that a paper contains. */
export type FactDigests = Partial<Record<FactGroup, string>>

/** If these change, a printed sheet must not be signed any more. */
const spoilsSheet: ReadonlySet<FactGroup> = new Set(['schedule', 'instructors', 'people', 'official'])

/** Groups that have changed, in order. A group that was not in the printed paper is not a change. */
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
