import type { Refusal } from '../../shared/refusal.ts'
import { refusalWords } from '../../shared/refusal-words.ts'

/** Thrown where a rule is broken; crosses to the page as data and to the command line as words. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusalWords(refusal))
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** For a row that must be there: answers it, or refuses. */
export function found<T>(value: T | undefined | null, thing: Extract<Refusal, { code: 'not_found' }>['thing']): T {
  if (value === undefined || value === null) throw new Refused({ code: 'not_found', thing })
  return value
}
