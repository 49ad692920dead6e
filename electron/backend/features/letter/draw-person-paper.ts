import type { PersonPaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawBiodata } from '../trainee/documents/biodata.ts'
import { drawConsents } from '../trainee/documents/consent.ts'
import { drawPledges } from '../trainee/documents/pledge.ts'

const drawn: Record<PersonPaperKey, (facts: PersonPaperFacts, size: PaperSize) => DrawnPaper> = {
  biodata: drawBiodata,
  pledge: drawPledges,
  consent: drawConsents,
}

/** One page for each person, in order. */
export function drawPersonPaper(key: PersonPaperKey, facts: PersonPaperFacts, size: PaperSize): DrawnPaper {
  return drawn[key](facts, size)
}
