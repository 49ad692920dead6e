import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Undangan sidang kelulusan: an office letter with date, time and place as rows. */
export function drawPanelInvitation(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, letter } = facts
  const { number, date, signatory } = letter.values
  const { sheet, filled } = openLetter(facts, size, 'letter')
  const parts = {
    opening: filled.lines('pembuka'),
    event: filled.rows('acara'),
    closing: filled.lines('penutup'),
    copies: filled.lines('tembusan'),
  }
  const own = { centre, number, date, signatory, filled, ...parts }
  drawOfficeLetter(sheet, own, { printedAt: null, footer: '' })
  warnOfMissing(sheet, filled, { 'nomor surat': number, 'tanggal surat': date })
  return sheet.finish()
}
