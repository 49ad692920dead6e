import {
  type CohortLetterKey,
  cohortLetterKeys,
  type PaperKey,
  type RegistrationPaperKey,
} from '../../facts/paper-key.ts'

/** Papers with editable text. Keys are stored with each version: never reuse one for another paper. */
export const letterKeys = [...cohortLetterKeys, 'invitation', 'pledge', 'consent'] as const satisfies readonly (
  | PaperKey
  | RegistrationPaperKey
)[]
export type LetterKey = (typeof letterKeys)[number]

export function isLetter(key: string): key is LetterKey {
  return letterKeys.some(one => one === key)
}

export function isCohortLetter(key: string): key is CohortLetterKey {
  return cohortLetterKeys.some(one => one === key)
}

/** True for minutes, whose footer names the history, so that the paper proves the data. */
export function isMinutes(key: CohortLetterKey): boolean {
  return key.endsWith('-minutes')
}
