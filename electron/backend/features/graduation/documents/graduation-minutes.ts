import { historyFoot } from '../../../../../shared/facts/history-mark.ts'
import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName } from '../../../../../shared/features/centre/signatory.ts'
import { spellNumber } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle, formatCourse } from '../../../paper-kit/cohort-format.ts'
import { cohortTokens } from '../../../paper-kit/cohort-tokens.ts'
import { type FilledLetter, fillLetter, warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints } from '../../../paper-kit/flow-text.ts'
import { decoratePage, letterheadOf, openPaper } from '../../../paper-kit/paper-sheet.ts'
import { compactSignature, officialBlock, signOff } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle, drawMiddle } from '../../../pdf/page/paper-title.ts'
import { officeSignature, type SignatureStyle } from '../../../pdf/page/signatures.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { Table } from '../../../pdf/table/table.ts'
import { drawTableHead } from '../../../pdf/table/table-head.ts'
import { drawPlannedTable, type PlannedTable, planTable } from '../../../pdf/table/table-pages.ts'
import { drawTableRows } from '../../../pdf/table/table-rows.ts'
import type { ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { drawPlannedFlow, type FlowUnit, flowParagraph, keptTogether, planFlow } from '../../../pdf/text/text-flow.ts'
import { attachmentPart, formatHeld, numberDots } from './minutes-attachment.ts'
import { countDecisions } from './minutes-counts.ts'

const title = 'BERITA ACARA SIDANG KELULUSAN'

/** Line spacing of the first page. */
type Density = {
  body: ParagraphStyle
  /** Factor for gaps between paragraphs and tables. */
  gap: number
  countRow: number
  memberRow: number
  signature: SignatureStyle
}

const text: ParagraphStyle = { face: 'arimo', size: 10.5, leading: 5.5, justify: true }
const roomy: Density = { body: text, gap: 1, countRow: 6.6, memberRow: 9.5, signature: officeSignature }
const tight: Density = {
  body: { ...text, leading: 5 },
  gap: 0.8,
  countRow: 6,
  memberRow: 8.2,
  signature: compactSignature,
}
/** Blank rows for members before the panel. */
const emptyMembers = ['Ketua', 'Sekretaris', 'Anggota', 'Anggota', ''].map(role => ({ name: '', role }))
const countHead = 7

/** Minutes of the graduation panel, with the list of all decisions attached on separate pages. */
export function drawGraduationMinutes(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  const filled = fillLetter(facts.letter.body, cohortTokens(facts))
  // Tight spacing only if text and signatures then fit on one page; tested on temporary sheets.
  const pagesOf = (density: Density) => drawText(openMinutes(facts, size), facts, filled, density, () => {}).pages
  const roomyPages = pagesOf(roomy)
  const density = roomyPages > 1 && pagesOf(tight) === 1 ? tight : roomy
  const ownPages = density === tight ? 1 : roomyPages
  const sheet = openMinutes(facts, size)
  const attachment = attachmentPart(sheet, facts, size)
  const pages = ownPages + attachment.pages
  const foot = { printedAt: null, footer: historyFoot(facts.history) }
  const decorate = (page: number) => decoratePage(sheet, page, pages, { ...foot, title, subject: cohortTitle(cohort) })
  const { panel, textPages } = drawText(sheet, facts, filled, density, decorate)
  drawPlannedTable(sheet, panel, page => {
    // The panel starts below the text, on a page that is already decorated.
    if (page > 0) decorate(textPages - 1 + page)
  })
  sheet.addPage()
  attachment.draw(ownPages, pages)
  warnOfMissing(sheet, filled, { 'nomor berita acara': facts.letter.values.number })
  return sheet.finish()
}

function openMinutes({ centre, cohort, printedAt }: CohortLetterFacts, size: PaperSize): Sheet {
  const fileTitle = `Berita Acara Sidang Kelulusan ${cohort.code}`
  return openPaper({ centre, printedAt }, size, 'minutes', fileTitle)
}

type DrawnText = { panel: PlannedTable; textPages: number; pages: number }

/** Draws the text over as many pages as needed; the signature block below it is planned, not drawn. */
function drawText(
  sheet: Sheet,
  facts: CohortLetterFacts,
  filled: FilledLetter,
  density: Density,
  decorate: (page: number) => void,
): DrawnText {
  const { body, gap, memberRow } = density
  sheet.addPage()
  let end = 0
  const text = planFlow(sheet, {
    units: findingsOf(sheet, facts, filled, density),
    firstTop: drawHeading(sheet, facts, density) + 9.1 * gap - body.leading,
    nextTop: sheet.top + 9,
    signOffs: [
      {
        // The head of the panel with two rows.
        height: 2.2 + 5.5 * gap + 2.7 + 7 + 2 * memberRow,
        draw: y => {
          end = y
        },
      },
    ],
  })
  drawPlannedFlow(sheet, text, decorate)
  const panel = planPanel(sheet, facts, density, end)
  const textPages = text.plan.pages.length
  return { panel, textPages, pages: textPages - 1 + panel.plan.pages.length }
}

function drawHeading(sheet: Sheet, { centre, cohort, letter }: CohortLetterFacts, { gap }: Density): number {
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const course = `PELATIHAN BERBASIS KOMPETENSI ${formatCourse(cohort).toUpperCase()}`
  const number = `Nomor : ${letter.values.number || numberDots}`
  const titleEnd = drawListTitle(sheet, letterheadEnd + 9.5 * gap, title, '')
  const courseEnd = drawMiddle(sheet, course, titleEnd + 5.8, { face: 'arimo-bold', size: 11 })
  return drawMiddle(sheet, number, courseEnd + 5.8, { face: 'arimo', size: 10.5 })
}

function findingsOf(sheet: Sheet, facts: CohortLetterFacts, filled: FilledLetter, density: Density): FlowUnit[] {
  const { body, gap, countRow } = density
  const box = { x: sheet.left, width: sheet.right - sheet.left }
  const paragraphs = (part: string, above: number) =>
    filled
      .lines(part)
      .flatMap((spans, index) => flowParagraph({ ...box, spans, style: body, gap: index === 0 ? above : 0 }))
  const counts: FlowUnit = {
    height: 4.8 * gap + countHead + countDecisions(facts).length * countRow + 1.5 + 5 * gap - body.leading,
    draw: (page, y) => {
      drawCounts(page, facts, y + 4.8 * gap, countRow)
    },
  }
  const points = flowPoints(box, filled.lines('butir'), body, { gap: 0.8 * gap })
  return [...keptTogether(paragraphs('pembuka', 0), [counts]), ...points, ...paragraphs('penutup', 1.2 * gap)]
}

function drawCounts(sheet: Sheet, facts: CohortLetterFacts, y: number, height: number): void {
  const usable = sheet.right - sheet.left
  const table: Table = {
    columns: [
      { title: 'No.', width: 10, align: 'center' },
      { title: 'Uraian', width: usable - 62 },
      { title: 'Jumlah', width: 20, align: 'right' },
      { title: 'Terbilang', width: 32 },
    ],
    headHeight: countHead,
  }
  const rows = countDecisions(facts).map(({ label, count }, index) => ({
    height,
    cells: [String(index + 1), label, count === null ? '' : String(count), count === null ? '' : spellNumber(count)],
  }))
  sheet.tagged('Table', () => drawTableRows(sheet, table, rows, sheet.left, drawTableHead(sheet, table, sheet.left, y)))
}

function planPanel(sheet: Sheet, facts: CohortLetterFacts, density: Density, textEnd: number): PlannedTable {
  const { head, panel } = facts
  const { gap, memberRow, signature } = density
  const titleY = textEnd + 2.2 + 5.5 * gap
  sheet.text('Panitia Sidang Kelulusan:', sheet.left, titleY, { face: 'arimo-bold', size: text.size })
  const usable = sheet.right - sheet.left
  const right = officialBlock(head, [formatHeld(facts), 'Mengetahui'], true)
  const members = panel?.members ?? emptyMembers
  return planTable(sheet, {
    table: {
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: usable - 98 },
        { title: 'Jabatan dalam Sidang', width: 38 },
        { title: 'Tanda Tangan', width: 50 },
      ],
      headHeight: 7,
      zigzag: true,
    },
    rows: members.map((member, index) => ({
      height: memberRow,
      cells: [String(index + 1), capitalName(member.name), member.role],
    })),
    spaces: members.map((_, index) => ({ number: index + 1, remark: '' })),
    firstTop: titleY + 2.7,
    nextTop: sheet.top + 7.7,
    signOffs: [signOff(sheet, { left: null, right, lead: 9.2 * gap }, signature)],
    keep: 2,
    step: 2,
  })
}
