import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { instructorNames } from '../../../paper-kit/cohort-format.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { flowPoints, flowText } from '../../../paper-kit/flow-text.ts'
import { dotted, letterText } from '../../../paper-kit/letter-style.ts'
import { letterSignOff } from '../../../paper-kit/office-letter.ts'
import { drawParts, flowPart, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawLetterTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import { drawTableHead } from '../../../pdf/table/table-head.ts'
import { drawTableRows, settleRows } from '../../../pdf/table/table-rows.ts'
import { type FlowRequest, type FlowUnit, keptTogether } from '../../../pdf/text/text-flow.ts'
import { committeeOf } from './decrees.ts'

type Assigned = { name: string; nip: string; task: string }

/** Surat tugas: legal basis, people, and task. */
export function drawAssignment(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, letter } = facts
  const { sheet, filled } = openLetter(facts, size, 'letter')
  const people = letter.paper === 'assignment-committee' ? committeeOf(facts) : teachersOf(facts)
  const box = { x: sheet.left + 24, width: sheet.right - sheet.left - 24 }
  sheet.addPage()
  const titleEnd = drawLetterTitle(
    sheet,
    drawLetterhead(sheet, letterheadOf(centre)) + 11,
    filled.words('judul').toUpperCase(),
    `Nomor : ${letter.values.number || dotted}`,
  )
  const body = { x: sheet.left, width: sheet.right - sheet.left }
  const flow: FlowRequest = {
    units: [
      ...labelled('Dasar', flowPoints(box, filled.lines('dasar'), letterText)),
      ...keptTogether([middle('MENUGASKAN:')], [...labelled('Kepada', [tableUnit(sheet, people)])]),
      ...labelled('Untuk', flowPoints(box, filled.lines('untuk'), letterText)),
      ...keptTogether([space(3)], flowText(body, filled.lines('penutup'), letterText)),
    ],
    firstTop: titleEnd + 5,
    nextTop: sheet.top + 6,
    signOffs: [
      letterSignOff(
        sheet,
        officialBlock(letter.values.signatory, [dottedPlace(centre.city, letter.values.date)], true),
        12,
      ),
    ],
  }
  drawParts(sheet, [flowPart(sheet, flow, { printedAt: null, footer: '' })])
  warnOfMissing(sheet, filled, { 'nomor surat tugas': letter.values.number, 'tanggal surat': letter.values.date })
  if (people.length === 0) sheet.warn('Belum ada nama yang ditugaskan.')
  return sheet.finish()
}

function teachersOf(facts: CohortLetterFacts): Assigned[] {
  const nips = new Map(facts.days.flatMap(day => day.instructors.map(one => [one.name, one.nip] as const)))
  return instructorNames(facts).map(name => ({ name, nip: nips.get(name) ?? '', task: 'Instruktur' }))
}

/** The people as a table that is not split over pages. */
function tableUnit(sheet: Sheet, people: readonly Assigned[]): FlowUnit {
  const width = sheet.right - sheet.left
  const table: Table = {
    columns: [
      { title: 'No.', width: 10, align: 'center' },
      { title: 'Nama', width: width - 100 },
      { title: 'NIP', width: 44, align: 'center', size: 9 },
      { title: 'Tugas', width: 46, size: 9 },
    ],
    headHeight: 7,
  }
  const named = people.length === 0 ? Array.from({ length: 4 }, () => ({ name: '', nip: '', task: '' })) : people
  const rows = settleRows(
    table,
    named.map(
      ({ name, nip, task }, index): Row => ({
        height: 7,
        cells: [String(index + 1), name, name === '' ? '' : nip === '' ? '–' : showNip(nip), task],
      }),
    ),
  )
  const height = table.headHeight + rows.reduce((sum, row) => sum + row.height, 0)
  return {
    // Below the word beside it, with space beneath.
    height: 9 + height + 3,
    draw: (page, y) =>
      page.tagged('Table', () =>
        drawTableRows(page, table, rows, page.left, drawTableHead(page, table, page.left, y + 9)),
      ),
  }
}

/** A word at the left edge beside the first line. */
function labelled(label: string, units: readonly FlowUnit[]): FlowUnit[] {
  const [first, ...others] = units
  if (!first) return []
  const draw: FlowUnit['draw'] = (page, y) => {
    page.text(label, page.left, y + letterText.leading, letterText)
    page.text(':', page.left + 19, y + letterText.leading, letterText)
    first.draw(page, y)
  }
  return [{ height: first.height, draw }, ...others, space(2)]
}

function middle(text: string): FlowUnit {
  return {
    height: 9,
    draw: (page, y) =>
      page.text(text, (page.left + page.right) / 2, y + 6, { face: 'arimo-bold', size: 11, align: 'center' }),
  }
}

function space(height: number): FlowUnit {
  return { height, draw: () => {} }
}
