import type { CohortLetterKey } from '../facts/paper-key.ts'
import type { Signatory } from '../features/centre/signatory.ts'
import type { LetterBody, LetterExtra } from '../features/letter/letter-form.ts'
import type { LetterKey } from '../features/letter/letter-key.ts'
import type { BudgetLine } from '../features/provision/budget.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'
import type { HistoryMark } from './history-mark.ts'

/** Names of the centre for running text, not in the capitals of the letterhead. */
export type CentreNames = { name: string; agency: string; government: string }

/** Values of one letter of a class; '' and null are unknown and print dotted lines. */
export type LetterValues = {
  number: string
  date: PlainDate | null
  heldOn: PlainDate | null
  time: string | null
  place: string
  extra: Partial<Record<LetterExtra, string>>
  /** Budget references of decrees; '' if unknown. */
  budget: { perda: string; perwal: string; dpa: string; subActivity: string; account: string }
  /** Prints SALINAN, with the statement that it equals the original. */
  isCopy: boolean
  /** RAB of the class for letters that show it; else empty. */
  budgetLines: BudgetLine[]
  /** Number of applicants; null if the class had no registration. */
  applicants: number | null
  signatory: Signatory
}

/** Text of a letter with its tokens. */
export type LetterText<Key extends LetterKey = LetterKey> = {
  paper: Key
  /** All parts of the form. */
  body: LetterBody
  names: CentreNames
}

export type PersonLetters = { pledge: LetterText<'pledge'>; consent: LetterText<'consent'> }

export type CohortLetterFacts = CohortFacts & {
  letter: LetterText<CohortLetterKey> & { values: LetterValues }
  /** Only minutes have one. */
  history: HistoryMark | null
}
