import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import {
  cohortSubtitle,
  cohortTitle,
  formatClock,
  holidayNote,
  instructorNames,
} from '../../../paper-kit/cohort-format.ts'
import { openListSheet, rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { decoratePage, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { type ReturningPaper, type ReturningSheet, returningPaper } from '../../../paper-kit/returning-sheet.ts'
import { byHeadAndInstructor, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawCompactLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawContinuedTitle } from '../../../pdf/page/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoColumns } from '../../../pdf/table/info-rows.ts'
import { edgesOf, type Row, type Table } from '../../../pdf/table/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table/table-pages.ts'
import { drawTableRows } from '../../../pdf/table/table-rows.ts'
import { countParagraphLines, drawParagraph, type ParagraphStyle } from '../../../pdf/text/paragraph.ts'
import { dayColumns } from './day-columns.ts'
import { codeSide, dayBoxes, dayCells, drawSheetMarks, sheetCode } from './sheet-decoration.ts'

const rowHeight = 10
/** Column of the first day. */
const firstDay = 3
const lastRowHeight = 7.5
const noteStyle: ParagraphStyle = { face: 'arimo-italic', size: 7.5, leading: 3.4 }

/** One sheet for all days, initialled cell by cell; sixteen people need two pages because of 10 mm rows. */
export function drawAttendanceMatrix(facts: CohortFacts, size: PaperSize): ReturningPaper {
  const { centre, cohort, days, trainees } = facts
  const sheet = openListSheet(facts, size, 'matrix', `Daftar Hadir ${days.length} Hari`)
  const title = `DAFTAR HADIR PESERTA PELATIHAN – ${days.length} HARI`
  sheet.addPage()
  const letterheadEnd = drawCompactLetterhead(sheet, letterheadOf(centre), title, cohortSubtitle(cohort))
  const infoTop = letterheadEnd + 5.2
  const place = { kind: 'all' } as const
  const hasCode = sheetCode(facts, place, 0) !== null
  const infoEnd = drawInfo(sheet, facts, infoTop, hasCode)

  const table = tableOf(sheet, facts)
  const totals = 2 * lastRowHeight
  const note = [holidayNote(facts), 'Ket.: S = Sakit, I = Izin, A = Alpa.'].filter(text => text !== '').join('   ')
  const noteLines = countParagraphLines(sheet.right - sheet.left, [note], noteStyle)
  const planned = planTable(sheet, {
    table,
    rows: rowsOrForm(
      trainees.map(trainee => rowOf(trainee, facts)),
      rowHeight,
    ),
    // Leaves the quiet zone of four modules below the code.
    firstTop: Math.max(infoEnd, hasCode ? infoTop + 10.6 : 0) + 3.4,
    nextTop: sheet.top + 10.9,
    signOffs: signOffs(
      sheet,
      byHeadAndInstructor(
        { ...facts, signedOn: cohort.end },
        { lead: totals + 5 + noteLines * noteStyle.leading + 7, note: y => drawTotals(sheet, table, note, y) },
      ),
    ),
    keep: 4,
  })
  const pages = planned.plan.pages.length
  const edges = edgesOf(table, sheet.left)
  const sheets: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    const code = sheetCode(facts, place, page)
    if (page > 0) {
      const right = sheet.right - (code ? codeSide + 3.2 : 0)
      drawContinuedTitle(sheet, sheet.top + 7.2, right, title, cohortTitle(cohort))
    }
    if (code) {
      const top = page === 0 ? infoTop - 2.5 : sheet.top - 5.5
      const boxes = dayBoxes(facts, days, planned, page, { edges, firstDay })
      sheets.push(drawSheetMarks(sheet, code, { place, page: page + 1, top, boxes }))
      if (page === 0) {
        const style = { face: 'arimo', size: 7.5, align: 'right', colour: colours.grey } as const
        sheet.text(`versi ${cohort.sheetVersion}`, sheet.right - codeSide - 3, infoTop + 9.2, style)
      }
    }
    const footer = `${cohort.code} · Daftar hadir ${days.length} hari · lembar versi ${cohort.sheetVersion}`
    decoratePage(sheet, page, pages, { printedAt: facts.printedAt, footer })
  })
  return returningPaper(sheet.finish(), sheets)
}

function drawInfo(sheet: Sheet, facts: CohortFacts, y: number, hasCode: boolean): number {
  const { centre, cohort, days, trainees } = facts
  const hours = new Set(days.map(day => day.hours))
  const formatHours = hours.size === 1 ? ` (${[...hours].join('')}\u00a0JP)` : ''
  const left = [
    { label: 'Program/Angkatan', value: cohortTitle(cohort) },
    { label: 'Tempat', value: cohort.room },
    { label: 'Jumlah peserta', value: trainees.length === 0 ? '' : `${trainees.length} orang` },
  ]
  const right = [
    { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${days.length} hari kerja)` },
    { label: 'Waktu', value: `${formatClock(days, centre.zone)}${formatHours}` },
    { label: 'Instruktur', value: instructorNames(facts).join('; ') },
  ]
  const columns = { share: 0.47, left, leftLabel: 31, right, rightLabel: 20 }
  return drawInfoColumns(sheet, y, { ...columns, edge: sheet.right - (hasCode ? codeSide + 12 : 0) })
}

function tableOf(sheet: Sheet, { days }: CohortFacts): Table {
  const usable = sheet.right - sheet.left
  const [name, remark] = usable > 290 ? [62, 11] : [52, 11]
  const dayWidth = (usable - 8 - name - 8 - 11 - remark) / days.length
  return {
    columns: [
      { title: 'No.', width: 8, align: 'center' },
      { title: 'Nama Lengkap', width: name },
      { title: 'L/P', width: 8, align: 'center', size: 9 },
      ...dayColumns(days, dayWidth, 'weekday'),
      { title: 'Hadir', width: 11, align: 'center' },
      { title: 'Ket.', width: remark, align: 'center' },
    ],
    headHeight: 15,
    band: {
      title: 'Paraf kehadiran peserta: hari ke-, hari, tanggal',
      from: firstDay,
      count: days.length,
      height: 4.6,
    },
  }
}

function rowOf(trainee: TraineeFacts, { days }: CohortFacts): Row {
  const cells = [String(trainee.position), trainee.name.toUpperCase(), trainee.sex, ...dayCells(trainee, days)]
  return { height: rowHeight, cells }
}

/** Two rows below the names, joined to the table, and the note on days off. */
function drawTotals(sheet: Sheet, table: Table, note: string, y: number): void {
  const label = (text: string) => ({ text, span: 3, align: 'right' as const, face: 'arimo-bold' as const, size: 9 })
  const rows = ['Jumlah hadir', 'Paraf instruktur'].map(text => ({ height: lastRowHeight, cells: [label(text)] }))
  const end = drawTableRows(sheet, table, rows, sheet.left, y)
  drawParagraph(sheet, sheet.left, end + 5, sheet.right - sheet.left, [note], { ...noteStyle, colour: colours.grey })
}
