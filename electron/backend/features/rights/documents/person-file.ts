import type { CentreFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { PersonSection } from '../../../../../shared/features/rights/person-section.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { drawFooter } from '../../../pdf/page/footer.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table/table-pages.ts'
import { drawParagraph } from '../../../pdf/text/paragraph.ts'

export type PersonFileFacts = {
  centre: CentreFacts
  name: string
  /** Who handed it out. */
  operator: string
  sections: readonly PersonSection[]
  /** For another paper for this person than the copy of everything. */
  title?: string
  lead?: string
  /** Wall time 'YYYY-MM-DDTHH:MM'. */
  printedAt: string
}

const copyTitle = 'SALINAN DATA PRIBADI'
const copyLead =
  'Salinan ini memuat semua data pribadi yang disimpan balai tentang orang tersebut, diberikan kepadanya menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Bagian tanpa isi ditulis “tidak ada”. Sidik berkas adalah deretan huruf dan angka yang hanya cocok dengan berkas itu.'

/** All data about a person, to be handed to this person. Drawn twice, because each footer contains the number of pages. */
export function drawPersonFile(facts: PersonFileFacts, size: PaperSize): DrawnPaper {
  const { pages } = drawPages(facts, size, 1)
  return drawPages(facts, size, pages)
}

function drawPages(facts: PersonFileFacts, size: PaperSize, pages: number): DrawnPaper {
  const { centre, name, sections, printedAt, operator, title = copyTitle, lead = copyLead } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: 'Salinan Data Pribadi',
    createdOn: printedDate(printedAt),
  })
  const decorate = () =>
    drawFooter(
      sheet,
      `RAHASIA: hanya untuk ${name} · diberikan oleh ${operator}`,
      formatPrinted(printedAt, sheet.pages - 1, pages),
    )
  const goOn = () => {
    drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, name)
    decorate()
  }
  const turn = () => {
    sheet.addPage()
    goOn()
    return sheet.top + 13
  }
  sheet.addPage()
  decorate()
  const width = sheet.right - sheet.left
  let y = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 7.5, title, name) + 8
  y = drawParagraph(sheet, sheet.left, y, width, [lead], { face: 'arimo', size: 9, leading: 4.6 }) + 9
  for (const section of sections) {
    if (y + 26 > sheet.bottom) y = turn()
    sheet.text(section.title, sheet.left, y, { face: 'arimo-bold', size: 10.5 })
    y = drawSection(sheet, section, y, turn, goOn) + 9
  }
  return sheet.finish()
}

/** Returns the y of its end. */
function drawSection(sheet: Sheet, section: PersonSection, y: number, turn: () => number, goOn: () => void): number {
  if ('facts' in section) return drawFacts(sheet, section.facts, y + 5.6, turn)
  if (section.rows.length === 0) {
    sheet.text('tidak ada', sheet.left, y + 5.4, { face: 'arimo', size: 9.5 })
    return y + 5.4
  }
  const width = sheet.right - sheet.left
  const shares = section.columns.reduce((sum, column) => sum + column.share, 0)
  let end = y
  const planned = planTable(sheet, {
    table: {
      columns: section.columns.map(({ head, share }) => ({ title: head, width: (share / shares) * width, size: 8.5 })),
      headHeight: 6.5,
    },
    rows: section.rows.map(cells => ({ height: 5.8, cells })),
    firstTop: y + 2.4,
    nextTop: sheet.top + 7.7,
    signOffs: [{ height: 0, draw: bottom => (end = bottom) }],
    keep: 1,
  })
  drawPlannedTable(sheet, planned, page => page > 0 && goOn())
  return end
}

function drawFacts(
  sheet: Sheet,
  facts: readonly { label: string; value: string }[],
  top: number,
  turn: () => number,
): number {
  let y = top
  for (const { label, value } of facts) {
    if (y + 5 > sheet.bottom) y = turn()
    const style = { labelWidth: 42, right: sheet.right, wraps: true }
    y = drawInfoRows(sheet, sheet.left, y, [{ label, value: value || '–' }], style) + 4.8
  }
  return y - 4.8
}
