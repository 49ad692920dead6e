import type { CohortLetterFacts } from '../../../shared/facts/letter-facts.ts'
import { paperTitle } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { Sheet } from '../pdf/sheet.ts'
import { cohortTokens } from './cohort-tokens.ts'
import { type FilledLetter, fillLetter } from './fill-letter.ts'
import { dotted } from './letter-style.ts'
import { type Grid, openPaper } from './paper-sheet.ts'

/** The sheet of a letter of a class, and its text with values. */
export function openLetter(
  facts: CohortLetterFacts,
  size: PaperSize,
  grid: Grid,
  name = paperTitle(facts.letter.paper),
): { sheet: Sheet; filled: FilledLetter; name: string } {
  const filled = fillLetter(facts.letter.body, cohortTokens(facts))
  return { sheet: openPaper(facts, size, grid, `${name} ${facts.cohort.code}`), filled, name }
}

/** 'Tangerang, 13 Januari 2025', with dots for an unknown day. */
export function dottedPlace(city: string, date: PlainDate | null): string {
  return `${city}, ${date ? longDate(date) : dotted.slice(0, 13)}`
}
