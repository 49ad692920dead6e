import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/date-words.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable, signatureRowHeight } from '../../../pdf/table-pages.ts'
import { drawTableRows } from '../../../pdf/table-rows.ts'
import { byWeek } from '../../cohort/documents/week-facts.ts'
import type { ClassFacts, DayFacts, TraineeFacts } from '../../paper/class-facts.ts'
import { classSubtitle, classTitle, leaveWords } from '../../paper/class-words.ts'
import { letterheadOf, openSheet, printedDate } from '../../paper/paper-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOffs } from '../../paper/signature-blocks.ts'
import { dayColumns } from './day-columns.ts'
import { codeSide, dressSheet } from './sheet-dress.ts'
import { sheetPlaceCode } from './sheet-place-code.ts'

const mostRowHeight = 9
const sumRowHeight = 6.5

export type SheetWeek = { week: number; days: DayFacts[] }

/** The calendar weeks of a class, numbered from its first. */
export function weeksOf({ days }: ClassFacts): SheetWeek[] {
  return byWeek(days).map((one, index) => ({ week: index + 1, days: one.days }))
}

/** A sheet a week, initialled day by day and signed off weekly; each is numbered on its own. */
export function drawAttendanceWeeks(facts: ClassFacts, weeks: readonly SheetWeek[], size: PaperSize): DrawnPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Mingguan ${facts.cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  for (const week of weeks) drawWeek(sheet, facts, week, size)
  return sheet.finish()
}

function drawWeek(sheet: Sheet, facts: ClassFacts, { week, days }: SheetWeek, size: PaperSize): void {
  const { centre, cohort, trainees } = facts
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new RangeError(`week ${week} has no days`)
  const title = `DAFTAR HADIR PESERTA PELATIHAN – MINGGU KE-${week}`
  const codeOf = (page: number) => sheetPlaceCode(cohort.code, { kind: 'week', week }, page, cohort.planVersion)
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 6.5, title, classSubtitle(cohort))
  const infoTop = titleEnd + 6.4
  const hasCode = codeOf(1) !== null
  const info = [
    { label: 'Kejuruan/Angkatan', value: classTitle(cohort) },
    { label: 'Periode', value: `${dateRange(first.date, last.date)}  (hari ke-${first.n} s.d. ${last.n})` },
    { label: 'Waktu, tempat', value: `${timeRange(cohort.startTime, cohort.endTime, centre.zone)}, ${cohort.room}` },
    { label: 'Instruktur', value: namesOf(days).join('; ') },
  ]
  const infoEnd = drawInfoRows(sheet, sheet.left, infoTop, info, {
    labelWidth: 33,
    right: sheet.right - (hasCode ? codeSide + 4 : 0),
  })
  const table = tableOf(sheet, days, size)
  const firstTop = Math.max(infoEnd, hasCode ? infoTop + 15.5 : 0) + 3
  const signs = signOffs(sheet, {
    left: officialBlock(facts.head, ['Mengetahui'], false),
    right: instructorBlock(first.instructors[0] ?? facts.instructor, [placeAndDate(centre.city, last.date)]),
    lead: sumRowHeight + 6,
    note: y => drawSums(sheet, table, y),
  })
  const free = sheet.bottom - firstTop - table.headHeight
  const height = signatureRowHeight(trainees.length, free, signs[1].height, mostRowHeight)
  const planned = planTable(sheet, {
    table,
    rows: trainees.map(trainee => rowOf(trainee, days, height)),
    firstTop,
    nextTop: sheet.top + 10.9,
    signOffs: signs,
    keep: 2,
  })
  drawPlannedTable(sheet, planned, page =>
    dressSheet(sheet, {
      page,
      pages: planned.plan.pages.length,
      code: codeOf(page + 1),
      codeTop: infoTop - 3.4,
      caption: `Minggu ${week} · versi ${cohort.planVersion}`,
      title,
      continued: classTitle(cohort),
      footer: `${cohort.code} · Minggu ke-${week} · lembar versi ${cohort.planVersion}`,
      printedAt: facts.printedAt,
    }),
  )
}

function namesOf(days: readonly DayFacts[]): string[] {
  return [...new Set(days.flatMap(day => day.instructors.map(instructor => instructor.name)))]
}

function tableOf(sheet: Sheet, days: readonly DayFacts[], size: PaperSize): Table {
  const rest = sheet.right - sheet.left - 71
  const dayWidth = Math.min(size === 'F4' ? 19 : 18, (rest - 14) / days.length)
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Nama Peserta', width: 62 },
      ...dayColumns(days, dayWidth, 'weekday').map(column => ({ ...column, heavyAfter: false })),
      { title: 'Ket.', width: rest - days.length * dayWidth, align: 'center', size: 8 },
    ],
    headHeight: 14.6,
    band: { title: 'Paraf: hari ke-, hari, tanggal', from: 2, count: days.length, height: 4.6 },
  }
}

function rowOf({ position, name, joinedDay, left }: TraineeFacts, days: readonly DayFacts[], height: number): Row {
  const isMember = (n: number) => n >= joinedDay && (left === null || n <= left.afterDay)
  const cells = days.map(day => ({ text: isMember(day.n) ? '' : '–', colour: colours.grey }))
  const gone = left !== null && days.some(day => day.n > left.afterDay)
  return {
    height,
    cells: [String(position), name.toUpperCase(), ...cells, gone ? leaveWords[left.kind] : ''],
  }
}

/** A row below the names, joined to the table. */
function drawSums(sheet: Sheet, table: Table, y: number): void {
  const label = { text: 'Jumlah hadir', span: 2, align: 'right' as const, face: 'arimo-bold' as const, size: 9 }
  drawTableRows(sheet, table, [{ height: sumRowHeight, cells: [label] }], sheet.left, y)
}
