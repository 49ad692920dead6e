import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { byWeek } from '../../../../../shared/features/cohort/week-facts.ts'
import { dateRange } from '../../../../../shared/kernel/date-format.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortSubtitle, cohortTitle, formatLeave } from '../../../paper-kit/cohort-format.ts'
import { countOrForm, rowsOrForm } from '../../../paper-kit/form-rows.ts'
import { letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import {
  cellBox,
  type ReturningPaper,
  type ReturningSheet,
  returningPaper,
} from '../../../paper-kit/returning-sheet.ts'
import { instructorBlock, officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { edgesOf, type Row, type Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable, rowsOnPage, signatureRowHeight } from '../../../pdf/table-pages.ts'
import { drawTableRows } from '../../../pdf/table-rows.ts'
import { dayColumns } from './day-columns.ts'
import { sheetCode } from './sheet-code.ts'
import { dressSheet } from './sheet-dress.ts'
import { codeSide } from './sheet-marks.ts'

const mostRowHeight = 9
const sumRowHeight = 6.5
/** Column of the first day. */
const firstDay = 2

type SheetWeek = { week: number; days: DayFacts[] }

/** The calendar weeks of a class, numbered from its first. */
export function weeksOf({ days }: CohortFacts): SheetWeek[] {
  return byWeek(days).map((one, index) => ({ week: index + 1, days: one.days }))
}

/** A sheet a week, initialled day by day and signed off weekly; each is numbered on its own. */
export function drawAttendanceWeeks(facts: CohortFacts, weeks: readonly SheetWeek[], size: PaperSize): ReturningPaper {
  const sheet = openSheet({
    centre: facts.centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Mingguan ${facts.cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  const sheets = weeks.flatMap(week => drawWeek(sheet, facts, week, size))
  return returningPaper(sheet.finish(), sheets)
}

function drawWeek(sheet: Sheet, facts: CohortFacts, { week, days }: SheetWeek, size: PaperSize): ReturningSheet[] {
  const { centre, cohort, trainees } = facts
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new RangeError(`week ${week} has no days`)
  const title = `DAFTAR HADIR PESERTA PELATIHAN – MINGGU KE-${week}`
  const place = { kind: 'week', week } as const
  const codeOf = (page: number) => sheetCode({ cohortCode: cohort.code, place, page, version: cohort.sheetVersion })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 6.5, title, cohortSubtitle(cohort))
  const infoTop = titleEnd + 6.4
  const hasCode = codeOf(1) !== null
  const info = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Periode', value: `${dateRange(first.date, last.date)}  (hari ke-${first.n} s.d. ${last.n})` },
    {
      label: 'Waktu, tempat',
      value: [timeRange(cohort.startTime, cohort.endTime, centre.zone), cohort.room].filter(Boolean).join(', '),
    },
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
  const height = signatureRowHeight(countOrForm(trainees), free, signs[1].height, mostRowHeight)
  const planned = planTable(sheet, {
    table,
    rows: rowsOrForm(
      trainees.map(trainee => rowOf(trainee, days, height)),
      height,
    ),
    firstTop,
    nextTop: sheet.top + 10.9,
    signOffs: signs,
    keep: 2,
  })
  const edges = edgesOf(table, sheet.left)
  const returning: ReturningSheet[] = []
  drawPlannedTable(sheet, planned, page => {
    const boxes = rowsOnPage(planned, page).flatMap(({ index, top, height }) =>
      days.flatMap(({ n }, day) => {
        const trainee = trainees[index]
        const [left = 0, right = 0] = edges.slice(firstDay + day)
        if (!trainee || !isMember(trainee, n)) return []
        return [cellBox({ position: trainee.position, n }, { left, right, top, height })]
      }),
    )
    returning.push(
      ...dressSheet(sheet, {
        place,
        boxes,
        page,
        pages: planned.plan.pages.length,
        code: codeOf(page + 1),
        codeTop: infoTop - 3.4,
        caption: `Minggu ${week} · versi ${cohort.sheetVersion}`,
        title,
        continued: cohortTitle(cohort),
        footer: `${cohort.code} · Minggu ke-${week} · lembar versi ${cohort.sheetVersion}`,
        printedAt: facts.printedAt,
      }),
    )
  })
  return returning
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
    band: { title: 'Paraf: hari ke-, hari, tanggal', from: firstDay, count: days.length, height: 4.6 },
  }
}

function isMember({ joinedDay, left }: TraineeFacts, n: number): boolean {
  return n >= joinedDay && (left === null || n <= left.afterDay)
}

function rowOf(trainee: TraineeFacts, days: readonly DayFacts[], height: number): Row {
  const { position, name, left } = trainee
  const cells = days.map(day => ({ text: isMember(trainee, day.n) ? '' : '–', colour: colours.grey }))
  const gone = left !== null && days.some(day => day.n > left.afterDay)
  return {
    height,
    cells: [String(position), name.toUpperCase(), ...cells, gone ? formatLeave[left.kind] : ''],
  }
}

/** A row below the names, joined to the table. */
function drawSums(sheet: Sheet, table: Table, y: number): void {
  const label = { text: 'Jumlah hadir', span: 2, align: 'right' as const, face: 'arimo-bold' as const, size: 9 }
  drawTableRows(sheet, table, [{ height: sumRowHeight, cells: [label] }], sheet.left, y)
}
