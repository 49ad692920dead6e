import type { CohortFacts, DayFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { byWeek } from '../../../../../shared/facts/week-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle, formatClock, formatLeave, instructorNames } from '../../../paper-kit/cohort-format.ts'
import { countOrForm, openListSheet, rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { type ReturningPaper, type ReturningSheet, returningPaper } from '../../../paper-kit/returning-sheet.ts'
import { byHeadAndInstructor, signOffs } from '../../../paper-kit/signature-blocks.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { edgesOf, type Row, type Table } from '../../../pdf/table/table.ts'
import { drawPlannedTable, planTable, signatureRowHeight } from '../../../pdf/table/table-pages.ts'
import { drawTableRows } from '../../../pdf/table/table-rows.ts'
import { dayColumns } from './day-columns.ts'
import { dayBoxes, dayCells, decorateSheet, drawSheetHead } from './sheet-decoration.ts'

const mostRowHeight = 9
const sumRowHeight = 6.5
/** Column of the first day. */
const firstDay = 2

type SheetWeek = { week: number; days: DayFacts[] }

/** Calendar weeks of a class, numbered from its first. */
export function weeksOf({ days }: CohortFacts): SheetWeek[] {
  return byWeek(days).map((one, index) => ({ week: index + 1, days: one.days }))
}

/** One sheet for each week, initialled daily and signed weekly; each has its own page numbers. */
export function drawAttendanceWeeks(facts: CohortFacts, weeks: readonly SheetWeek[], size: PaperSize): ReturningPaper {
  const sheet = openListSheet(facts, size, 'list', 'Daftar Hadir Mingguan')
  const sheets = weeks.flatMap(week => drawWeek(sheet, facts, week, size))
  return returningPaper(sheet.finish(), sheets)
}

function drawWeek(sheet: Sheet, facts: CohortFacts, { week, days }: SheetWeek, size: PaperSize): ReturningSheet[] {
  const { centre, cohort, trainees } = facts
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) throw new RangeError(`week ${week} has no days`)
  const title = `DAFTAR HADIR PESERTA PELATIHAN – MINGGU KE-${week}`
  const place = { kind: 'week', week } as const
  const info = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Periode', value: `${dateRange(first.date, last.date)}  (hari ke-${first.n} s.d. ${last.n})` },
    {
      label: 'Waktu, tempat',
      value: [formatClock(days, centre.zone), cohort.room].filter(Boolean).join(', '),
    },
    { label: 'Instruktur', value: instructorNames({ days }).join('; ') },
  ]
  const head = drawSheetHead(sheet, facts, { place, title, info, titleGap: 6.5, infoGap: 6.9 })
  const table = tableOf(sheet, days, size)
  const firstTop = head.end + 3
  const signed = { ...facts, instructor: first.instructors[0] ?? facts.instructor, signedOn: last.date }
  const space = { lead: sumRowHeight + 6, note: (y: number) => drawSums(sheet, table, y) }
  const signs = signOffs(sheet, byHeadAndInstructor(signed, space))
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
    returning.push(
      ...decorateSheet(sheet, {
        place,
        boxes: dayBoxes(facts, days, planned, page, { edges, firstDay }),
        page,
        pages: planned.plan.pages.length,
        code: head.codeOf(page),
        codeTop: head.infoTop - 3.4,
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

function rowOf(trainee: TraineeFacts, days: readonly DayFacts[], height: number): Row {
  const { position, name, left } = trainee
  const gone = left !== null && days.some(day => day.n > left.afterDay)
  return {
    height,
    cells: [String(position), name.toUpperCase(), ...dayCells(trainee, days), gone ? formatLeave[left.kind] : ''],
  }
}

/** A row below the names, joined to the table. */
function drawSums(sheet: Sheet, table: Table, y: number): void {
  const label = { text: 'Jumlah hadir', span: 2, align: 'right' as const, face: 'arimo-bold' as const, size: 9 }
  drawTableRows(sheet, table, [{ height: sumRowHeight, cells: [label] }], sheet.left, y)
}
