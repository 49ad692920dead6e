import type { CohortLetterKey } from '../facts/paper-key.ts'
import type { Signatory } from '../features/centre/signatory.ts'
import type { LetterBody, LetterExtra } from '../features/letter/letter-form.ts'
import type { LetterKey } from '../features/letter/letter-key.ts'
import type { BudgetLine } from '../features/provision/budget.ts'
import type { PlainDate } from '../kernel/plain-date.ts'
import type { CohortFacts } from './cohort-facts.ts'
import type { HistoryMark } from './history-mark.ts'

/** The centre as it is written in running text, not in the capitals of the letterhead. */
export type CentreNames = { name: string; agency: string; government: string }

/** What one letter of a class says; '' and null are not known and leave dotted lines. */
export type LetterValues = {
  number: string
  date: PlainDate | null
  heldOn: PlainDate | null
  time: string | null
  place: string
  extra: Partial<Record<LetterExtra, string>>
  /** What decrees say of the budget; '' for what is not known. */
  budget: { perda: string; perwal: string; dpa: string; subActivity: string; account: string }
  /** SALINAN, with the words that it is like the original. */
  isCopy: boolean
  /** RAB of the class, where the letter says it; none elsewhere. */
  budgetLines: BudgetLine[]
  /** How many applied; null where the class was filled without a registration. */
  applicants: number | null
  signatory: Signatory
}

/** The words of a letter, before values stand in place of tokens. */
export type LetterText<Key extends LetterKey = LetterKey> = {
  paper: Key
  /** Complete: every part of the form is there. */
  body: LetterBody
  names: CentreNames
}

export type PersonLetters = { pledge: LetterText<'pledge'>; consent: LetterText<'consent'> }

export type CohortLetterFacts = CohortFacts & {
  letter: LetterText<CohortLetterKey> & { values: LetterValues }
  /** Null on all but minutes. */
  history: HistoryMark | null
}
