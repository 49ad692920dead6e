import type { AttendanceRow } from '../../../../shared/features/attendance/contract.ts'

/** The days around day n on which the same person was sick or excused without a break: one letter usually covers all of them. */
export function leaveAround({ cells }: Pick<AttendanceRow, 'cells'>, n: number): number[] {
  const isLeave = (day: number) => ['S', 'I'].includes(cells[day - 1]?.mark ?? '')
  if (!isLeave(n)) return []
  let from = n
  let until = n
  while (isLeave(from - 1)) from -= 1
  while (isLeave(until + 1)) until += 1
  return Array.from({ length: until - from + 1 }, (_, index) => from + index)
}

/** 'hari ke-4', 'hari ke-4 s.d. 6' */
export function formatDaySpan(days: readonly number[]): string {
  const [first, last] = [days[0], days.at(-1)]
  return first === last ? `hari ke-${first}` : `hari ke-${first} s.d. ${last}`
}
