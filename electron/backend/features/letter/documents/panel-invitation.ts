import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortLetterFacts } from '../../../../../shared/features/letter/letter-facts.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import { fillLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawOfficeLetter } from '../../../paper-kit/office-letter.ts'
import { formatPrinted, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { cohortTokens } from '../../../paper-kit/token-values.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Undangan sidang kelulusan: an office letter with the day, time and place set apart. */
export function drawPanelInvitation(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, printedAt } = facts
  const { number, date, signatory } = letter.values
  const name = paperTitle(letter.paper)
  const sheet = openSheet({
    centre,
    size,
    grid: 'letter',
    title: `${name} ${cohort.code}`,
    createdOn: printedDate(printedAt),
  })
  const filled = fillLetter(letter.body, cohortTokens(facts))
  const parts = {
    opening: filled.lines('pembuka'),
    event: filled.rows('acara'),
    closing: filled.lines('penutup'),
    copies: filled.lines('tembusan'),
  }
  drawOfficeLetter(sheet, { centre, number, date, signatory, filled, ...parts }, (page, pages) => {
    drawFooter(sheet, `${cohort.code} · ${name}`, formatPrinted(printedAt, page, pages))
  })
  warnOfMissing(sheet, filled, { 'nomor surat': number, 'tanggal surat': date })
  return sheet.finish()
}
