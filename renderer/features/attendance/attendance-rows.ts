import {
  attendancePercent,
  daysNeeded,
  type Outlook,
  outlook,
  tally,
} from '../../../shared/features/attendance/attendance.ts'
import type { AttendanceCell, AttendanceGrid, AttendanceRow } from '../../../shared/features/attendance/contract.ts'
import { isPresent, markLabel } from '../../../shared/features/attendance/mark.ts'
import { hundredths } from '../../../shared/kernel/number-words.ts'
import { showTime } from '../../../shared/kernel/time.ts'

export interface GridRow extends AttendanceRow {
  key: number
  label: string
  struck: boolean
  pending: boolean
  present: number
  /** '53,33'; a dash for who has left. */
  percent: string
  outlook: Outlook | null
}

/** True when the person belongs to the class on day n and needs a mark there. */
export function isMember({ joinedDay, left }: Pick<AttendanceRow, 'joinedDay' | 'left'>, n: number): boolean {
  return n >= joinedDay && (left === null || n <= left.afterDay)
}

/** The rows with what they come to: presence, percent of all planned days, what is still possible. */
export function attendanceRows({ days, rows, today, minimumAttendance }: AttendanceGrid): GridRow[] {
  const due = days.filter(day => day.date <= today).length
  const needed = daysNeeded(minimumAttendance, days.length)
  return rows.map(row => {
    const { joinedDay, left } = row
    const marks = row.cells.slice(0, due).map(cell => cell?.mark ?? null)
    const sums = tally(marks, days.length, { joinedDay, leftAfterDay: left?.afterDay ?? null })
    return {
      ...row,
      key: row.enrolmentId,
      label: row.name,
      struck: left !== null,
      pending: false,
      present: sums.present,
      percent: left ? '–' : hundredths(attendancePercent(sums.present, days.length)),
      outlook: left ? null : outlook(sums, needed),
    }
  })
}

/** People present on day n; null while nobody has a mark there. */
export function presentOn(rows: readonly AttendanceRow[], n: number): number | null {
  const marks = rows.filter(row => isMember(row, n)).flatMap(row => row.cells[n - 1]?.mark ?? [])
  return marks.length === 0 ? null : marks.filter(isPresent).length
}

/** 'Alpa', 'Terlambat, datang 08.30, ada catatan' */
export function cellWords(cell: AttendanceCell): string {
  if (!cell) return 'belum diisi'
  return [
    markLabel(cell.mark),
    cell.arrivedAt ? `datang ${showTime(cell.arrivedAt)}` : '',
    cell.note ? `catatan: ${cell.note}` : '',
    cell.corrected ? 'pernah diubah' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
