import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/date-words.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { drawCornerMarks } from '../../../pdf/corner-marks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawCompactLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle } from '../../../pdf/paper-title.ts'
import { countParagraphLines, drawParagraph, type ParagraphStyle } from '../../../pdf/paragraph.ts'
import { drawQrCode } from '../../../pdf/qr-code.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'
import { drawTableRows } from '../../../pdf/table-rows.ts'
import type { ClassFacts, TraineeFacts } from '../../paper/class-facts.ts'
import { classSubtitle, classTitle, holidayNote, instructorNames } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate, printedWords } from '../../paper/paper-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOffs } from '../../paper/signature-blocks.ts'
import { dayColumns } from './day-columns.ts'
import { sheetCode } from './sheet-code.ts'

const codeSide = 13.8
const rowHeight = 10
const lastRowHeight = 7.5
const noteStyle: ParagraphStyle = { face: 'arimo-italic', size: 7.5, leading: 3.4 }

/** One sheet for all days, initialled cell by cell; sixteen people take two pages, for the sake of 10 mm rows. */
export function drawAttendanceMatrix(facts: ClassFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, days, trainees } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'matrix',
    title: `Daftar Hadir ${days.length} Hari ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const title = `DAFTAR HADIR PESERTA PELATIHAN – ${days.length} HARI`
  sheet.addPage()
  const letterheadEnd = drawCompactLetterhead(sheet, letterheadOf(centre), title, classSubtitle(cohort))
  const infoTop = letterheadEnd + 5.2
  const hasCode = sheetCode(cohort.code, 0, 1, cohort.planVersion) !== null
  const infoEnd = drawInfo(sheet, facts, infoTop, hasCode)

  const table = tableOf(sheet, facts)
  const totals = 2 * lastRowHeight
  const note = [holidayNote(facts), 'Ket.: S = Sakit, I = Izin, A = Alpa.'].filter(text => text !== '').join('   ')
  const noteLines = countParagraphLines(sheet.right - sheet.left, [note], noteStyle)
  const planned = planTable(sheet, {
    table,
    rows: trainees.map(trainee => rowOf(trainee, facts)),
    firstTop: Math.max(infoEnd, hasCode ? infoTop + 9.2 : 0) + 3.4,
    nextTop: sheet.top + 10.9,
    signOffs: signOffs(sheet, {
      left: officialBlock(facts.head, ['Mengetahui'], false),
      right: instructorBlock(facts.instructor, [placeAndDate(centre.city, cohort.end)]),
      lead: totals + 5 + noteLines * noteStyle.leading + 7,
      note: y => drawTotals(sheet, table, note, y),
    }),
    keep: 4,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    const code = sheetCode(cohort.code, 0, page + 1, cohort.planVersion)
    if (page > 0) {
      const right = sheet.right - (code ? codeSide + 3.2 : 0)
      drawContinuedTitle(sheet, sheet.top + 7.2, right, title, classTitle(cohort))
    }
    if (code) {
      const top = page === 0 ? infoTop - 3.2 : sheet.top - 5.5
      drawQrCode(sheet, code, sheet.right - codeSide, top, codeSide)
      if (page === 0) {
        const style = { face: 'arimo', size: 6.5, align: 'right', colour: colours.grey } as const
        sheet.text(`versi ${cohort.planVersion}`, sheet.right - codeSide - 2, infoTop + 9.2, style)
      }
      drawCornerMarks(sheet)
    }
    const left = `${cohort.code} · Daftar hadir ${days.length} hari · lembar versi ${cohort.planVersion}`
    drawFooter(sheet, left, printedWords(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

function drawInfo(sheet: Sheet, facts: ClassFacts, y: number, hasCode: boolean): number {
  const { centre, cohort, days, trainees } = facts
  const middle = sheet.left + (sheet.right - sheet.left) * 0.47
  const hours = new Set(days.map(day => day.hours))
  const hoursWords = hours.size === 1 ? ` (${[...hours].join('')}\u00a0JP)` : ''
  const left = [
    { label: 'Program/Angkatan', value: classTitle(cohort) },
    { label: 'Tempat', value: cohort.room },
    { label: 'Jumlah peserta', value: `${trainees.length} orang` },
  ]
  const right = [
    { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${days.length} hari kerja)` },
    { label: 'Waktu', value: `${timeRange(cohort.startTime, cohort.endTime, centre.zone)}${hoursWords}` },
    { label: 'Instruktur', value: instructorNames(facts).join('; ') },
  ]
  const leftEnd = drawInfoRows(sheet, sheet.left, y, left, { labelWidth: 31, right: middle - 4 })
  const rightEdge = sheet.right - (hasCode ? codeSide + 12 : 0)
  return Math.max(leftEnd, drawInfoRows(sheet, middle, y, right, { labelWidth: 20, right: rightEdge }))
}

function tableOf(sheet: Sheet, { days }: ClassFacts): Table {
  const usable = sheet.right - sheet.left
  const [name, remark] = usable > 300 ? [62, 11] : [58, 12]
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
    band: { title: 'Paraf kehadiran peserta: hari ke-, hari, tanggal', from: 3, count: days.length, height: 4.6 },
  }
}

function rowOf(trainee: TraineeFacts, { days }: ClassFacts): Row {
  const cells = days.map(day => ({ text: isEnrolled(trainee, day.n) ? '' : '–', colour: colours.grey }))
  return {
    height: rowHeight,
    cells: [String(trainee.position), trainee.name.toUpperCase(), trainee.sex, ...cells],
  }
}

function isEnrolled({ joinedDay, left }: TraineeFacts, n: number): boolean {
  return n >= joinedDay && (left === null || n <= left.afterDay)
}

/** The two rows below the names, joined to the table, and the note on days off. */
function drawTotals(sheet: Sheet, table: Table, note: string, y: number): void {
  const label = (text: string) => ({ text, span: 3, align: 'right' as const, face: 'arimo-bold' as const, size: 9 })
  const rows = ['Jumlah hadir', 'Paraf instruktur'].map(text => ({ height: lastRowHeight, cells: [label(text)] }))
  const end = drawTableRows(sheet, table, rows, sheet.left, y)
  drawParagraph(sheet, sheet.left, end + 5, sheet.right - sheet.left, [note], { ...noteStyle, colour: colours.grey })
}
