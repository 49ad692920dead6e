import type { LetterBody, LetterExtra } from '../../../../shared/features/letter/letter-form.ts'
import type { ClassLetterKey, LetterKey } from '../../../../shared/features/letter/letter-key.ts'
import type { Signatory } from '../../../../shared/features/paper/signatory.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ClassFacts } from '../paper/class-facts.ts'

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
  signatory: Signatory
}

/** The words of a letter, before values stand in place of tokens. */
export type LetterWords<Key extends LetterKey = LetterKey> = {
  paper: Key
  /** Complete: every part of the form is there. */
  body: LetterBody
  names: CentreNames
}

export type PersonLetters = { pledge: LetterWords<'pledge'>; consent: LetterWords<'consent'> }

export type ClassLetterFacts = ClassFacts & { letter: LetterWords<ClassLetterKey> & { values: LetterValues } }
