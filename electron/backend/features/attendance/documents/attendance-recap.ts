import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { daysNeeded, tally } from '../../../../../shared/features/attendance/attendance.ts'
import type { Mark } from '../../../../../shared/features/attendance/mark.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { isMemberOn } from '../../../../../shared/features/cohort/membership.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle, formatLeave, formatMinimum } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, rowsOrForm } from '../../../paper-kit/list-paper.ts'
import { byHeadAndInstructor } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Cell, Row, Table } from '../../../pdf/table/table.ts'
import { fitSize } from '../../../pdf/text/text-measure.ts'
import { dayColumns } from './day-columns.ts'

const rowHeight = 6.6
const tints: Partial<Record<Mark, string>> = { S: '#EDEDED', I: '#EDEDED', A: '#C9C9C9' }

/** All marks of a class with totals; percent is of all planned days. */
export function drawAttendanceRecap(facts: CohortFacts, size: PaperSize): DrawnPaper {
  return drawListPaper(facts, size, 'wide', {
    name: 'Rekapitulasi Kehadiran',
    footer: 'Rekapitulasi kehadiran',
    title: 'REKAPITULASI KEHADIRAN PESERTA',
    subtitle: cohortTitle(facts.cohort),
    compact: true,
    table: usable => tableOf(usable, facts),
    rows: rowsOrForm(
      facts.trainees.map(trainee => rowOf(trainee, facts)),
      rowHeight,
    ),
    signOff: sheet => byHeadAndInstructor(facts, { lead: 11, note: y => drawLegend(sheet, facts, y + 4.6) }),
  })
}

function tableOf(usable: number, { days }: CohortFacts): Table {
  const dayWidth = Math.min(8, 108 / days.length)
  const sums = 8.8
  const remark = usable - 8 - 64 - days.length * dayWidth - 4 * sums - 14
  const number = { align: 'right' as const, size: 9.5 }
  return {
    columns: [
      { title: 'No.', width: 8, align: 'center' },
      { title: 'Nama Peserta', width: 64 },
      ...dayColumns(days, dayWidth, 'date'),
      { title: 'H', width: sums, ...number },
      { title: 'S', width: sums, ...number },
      { title: 'I', width: sums, ...number },
      { title: 'A', width: sums, ...number },
      { title: '%', width: 14, ...number },
      { title: 'Ket.', width: remark, size: 8.5 },
    ],
    headHeight: 14,
    band: { title: 'Hari ke- dan tanggal', from: 2, count: days.length, height: 4.3 },
  }
}

function rowOf(trainee: TraineeFacts, facts: CohortFacts): Row {
  const { days, recordedUntilDay } = facts
  const counted = tallyOf(trainee, facts)
  const marks = days.map(day => markCell(trainee, day.n, recordedUntilDay))
  const { counts } = counted
  return {
    height: rowHeight,
    cells: [
      String(trainee.position),
      trainee.name.toUpperCase(),
      ...marks,
      { text: String(counted.present), face: 'arimo-bold' },
      String(counts.S),
      String(counts.I),
      String(counts.A),
      trainee.left ? '–' : hundredths(counted.percent),
      remarkOf(trainee, facts, counted.stillPossible),
    ],
  }
}

function tallyOf({ marks, joinedDay, left }: TraineeFacts, { days, recordedUntilDay }: CohortFacts) {
  return tally(marks.slice(0, recordedUntilDay), days.length, { joinedDay, leftAfterDay: left?.afterDay ?? null })
}

function markCell(trainee: TraineeFacts, n: number, recordedUntilDay: number): Cell {
  if (!isMemberOn(trainee, n)) return { text: '–', colour: colours.rule }
  const mark = n <= recordedUntilDay ? (trainee.marks[n - 1] ?? null) : null
  if (mark === null) return { text: '' }
  if (mark === 'H') return { text: '•' }
  const tint = tints[mark]
  return { text: mark, face: 'arimo-bold', ...(tint ? { tint } : {}) }
}

function remarkOf({ left, joinedDay }: TraineeFacts, { cohort, days }: CohortFacts, stillPossible: number): string {
  if (left) return formatLeave[left.kind]
  if (stillPossible < daysNeeded(cohort.minimumAttendance, days.length))
    return `Kurang dari ${cohort.minimumAttendance}%`
  return joinedDay > 1 ? `Mulai hari ke-${joinedDay}` : ''
}

/** Days before the last recorded one with missing marks, which the totals do not include. */
function unrecordedDays({ days, trainees, recordedUntilDay }: CohortFacts): number[] {
  return days
    .filter(day => day.n <= recordedUntilDay)
    .filter(({ n }) => trainees.some(one => isMemberOn(one, n) && (one.marks[n - 1] ?? null) === null))
    .map(day => day.n)
}

function drawLegend(sheet: Sheet, facts: CohortFacts, y: number): void {
  const { trainees, recordedUntilDay } = facts
  const used = new Set(trainees.flatMap(trainee => trainee.marks.slice(0, recordedUntilDay)))
  const entries = ['• hadir', ...(used.has('T') ? ['T terlambat, dihitung hadir'] : []), 'S sakit', 'I izin', 'A alpa']
  const gaps = unrecordedDays(facts)
  const without = gaps.length === 0 ? '' : `, hari ke-${gaps.join(', ')} belum lengkap`
  const until =
    recordedUntilDay === 0 ? 'Belum ada hari yang dicatat.' : `Dicatat sampai hari ke-${recordedUntilDay}${without}.`
  const text = `${entries.join('    ')}    – tidak terdaftar.   ${formatMinimum(facts)}.   ${until}`
  const style = { face: 'arimo', size: 8, colour: colours.grey } as const
  sheet.text(text, sheet.left, y, { ...style, size: fitSize(text, style, 7.5, sheet.right - sheet.left) })
}
