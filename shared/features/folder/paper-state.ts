export const verdicts = ['CHECKED', 'RETURNED', 'UNUSED'] as const
export type Verdict = (typeof verdicts)[number]

export type PaperState = 'OPEN' | 'PRINTED' | 'SCANNED' | 'RETURNED' | 'CHECKED' | 'UNUSED'

type Traces = { printed: boolean; isSigned: boolean; verdict: Verdict | null }

/** A verdict wins; otherwise the furthest state reached. */
export function paperState({ printed, isSigned, verdict }: Traces): PaperState {
  if (verdict !== null) return verdict
  if (isSigned) return 'SCANNED'
  return printed ? 'PRINTED' : 'OPEN'
}

/** Nothing is left to do: signed and scanned, checked, or not used in this class. */
export function isComplete(state: PaperState): boolean {
  return state === 'SCANNED' || state === 'CHECKED' || state === 'UNUSED'
}

/** '18 dari 31', without papers that the class does not use. */
export function folderProgress(states: readonly PaperState[]): { done: number; of: number } {
  const used = states.filter(state => state !== 'UNUSED')
  return { done: used.filter(isComplete).length, of: used.length }
}
