import { type AbsenceRun, longestAbsence } from '../../../shared/features/attendance/absence.ts'
import {
  attendancePercent,
  daysNeeded,
  type Outlook,
  outlook,
  tally,
} from '../../../shared/features/attendance/attendance.ts'
import type { AttendanceCell, AttendanceGrid, AttendanceRow } from '../../../shared/features/attendance/contract.ts'
import { isPresent, type Mark, markLabel } from '../../../shared/features/attendance/mark.ts'
import { isMemberOn } from '../../../shared/features/cohort/membership.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { rowName } from '../../../shared/kernel/row-name.ts'
import { showTime } from '../../../shared/kernel/time.ts'

export interface GridRow extends AttendanceRow {
  key: number
  label: string
  struck: boolean
  pending: boolean
  present: number
  /** '53,33'; a dash for people who have left. */
  percent: string
  outlook: Outlook | null
  /** Percent of presence if every open day is attended. */
  stillPossible: number
  /** Consecutive Alpa, from the number of days at which the centre warns. */
  absence: AbsenceRun | null
}

/** What the line above the grid would store: marks by enrolment; people without a mark that day become present. */
interface PendingDay {
  n: number
  marks: ReadonlyMap<number, Mark>
}

/** The rows with their totals, including what is being typed: presence, percent of all planned days, percent still possible. */
export function attendanceRows(grid: AttendanceGrid, pending: PendingDay | null = null): GridRow[] {
  const { days, rows, today, minimumAttendance, absenceAlarm } = grid
  const due = days.filter(day => day.date <= today).length
  const needed = daysNeeded(minimumAttendance, days.length)
  return rows.map(row => {
    const { joinedDay, left } = row
    const span = { joinedDay, leftAfterDay: left?.afterDay ?? null }
    const marks = row.cells.slice(0, due).map((cell, index) => {
      const stored = cell?.mark ?? null
      return pending?.n === index + 1 ? (pending.marks.get(row.enrolmentId) ?? stored ?? 'H') : stored
    })
    const sums = tally(marks, days.length, span)
    const run = left ? null : longestAbsence(marks, span)
    return {
      ...row,
      key: row.enrolmentId,
      label: rowName(row, rows),
      struck: left !== null,
      pending: pending?.marks.has(row.enrolmentId) ?? false,
      present: sums.present,
      percent: left ? '–' : hundredths(attendancePercent(sums.present, days.length)),
      outlook: left ? null : outlook(sums, needed),
      stillPossible: sums.stillPossible,
      absence: run && run.days >= absenceAlarm ? run : null,
    }
  })
}

/** Number of people present on day n; null when nobody has a mark. */
export function presentOn(rows: readonly AttendanceRow[], n: number): number | null {
  const marks = rows.filter(row => isMemberOn(row, n)).flatMap(row => row.cells[n - 1]?.mark ?? [])
  return marks.length === 0 ? null : marks.filter(isPresent).length
}

/** 'Alpa', 'Terlambat, datang 08.30, ada catatan' */
export function formatCell(cell: AttendanceCell): string {
  if (!cell) return 'belum diisi'
  return [
    markLabel(cell.mark),
    cell.arrivedAt ? `datang ${showTime(cell.arrivedAt)}` : '',
    cell.note ? `catatan: ${cell.note}` : '',
    cell.letter !== null ? 'ada surat' : '',
    cell.corrected ? 'pernah diubah' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
