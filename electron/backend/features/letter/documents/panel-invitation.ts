import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { paperTitle } from '../../../../../shared/features/paper/paper-key.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { fillLetter, warnOfMissing } from '../fill-letter.ts'
import type { ClassLetterFacts } from '../letter-facts.ts'
import { classTokens } from '../token-values.ts'
import { drawOfficeLetter } from './office-letter.ts'

/** Undangan sidang kelulusan: an office letter with the day, time and place set apart. */
export function drawPanelInvitation(facts: ClassLetterFacts, size: PaperSize): DrawnPaper {
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
  const filled = fillLetter(letter.body, classTokens(facts))
  const parts = {
    opening: filled.lines('pembuka'),
    event: filled.rows('acara'),
    closing: filled.lines('penutup'),
    copies: filled.lines('tembusan'),
  }
  drawOfficeLetter(sheet, { centre, number, date, signatory, filled, ...parts }, (page, pages) => {
    drawFooter(sheet, `${cohort.code} · ${name}`, printedWords(printedAt, page, pages))
  })
  warnOfMissing(sheet, filled, { 'nomor surat': number, 'tanggal surat': date })
  return sheet.finish()
}
