import {
  type CohortLetterKey,
  cohortLetterKeys,
  type PaperKey,
  type RegistrationPaperKey,
} from '../../facts/paper-key.ts'

/** Papers whose words the office may edit. Stored with each version, so a name is never given to another paper. */
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

/** Records of what was held: in their foot they name the history, so that the paper proves the data. */
export function isMinutes(key: CohortLetterKey): boolean {
  return key.endsWith('-minutes')
}
