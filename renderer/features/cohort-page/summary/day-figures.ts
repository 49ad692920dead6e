import type { AttendanceGrid } from '../../../../shared/features/attendance/contract.ts'
import type { ScanLine } from '../../../../shared/features/scan/contract.ts'
import { addDays, type PlainDate, weekdayOf } from '../../../../shared/kernel/plain-date.ts'

type AbsentMark = 'S' | 'I' | 'A'

export type DayFigures = {
  n: number
  /** Number of people expected and present. */
  expected: number
  present: number
  absent: { mark: AbsentMark; names: string[] }[]
  state: 'closed' | 'filled' | 'open'
  /** Whether the signed sheet was scanned; 'waits' for a closed day without a scan. */
  scan: 'done' | 'waits' | 'none'
}

const absentMarks: readonly AbsentMark[] = ['S', 'I', 'A']

/** The figures of every day, for the line below the rail. */
export function dayFigures({ days, rows }: AttendanceGrid, scans: readonly ScanLine[]): DayFigures[] {
  const scanned = scannedDays(days, scans)
  return days.map(({ n, complete, closed }, index) => {
    const expected = rows.filter(row => row.joinedDay <= n && (row.left === null || row.left.afterDay >= n))
    const marked = expected.map(row => ({ name: row.name, mark: row.cells[index]?.mark ?? null }))
    const state = closed !== null ? 'closed' : complete && expected.length > 0 ? 'filled' : 'open'
    return {
      n,
      expected: expected.length,
      present: marked.filter(({ mark }) => mark === 'H' || mark === 'T').length,
      absent: absentMarks.flatMap(mark => {
        const names = marked.filter(one => one.mark === mark).map(one => one.name)
        return names.length > 0 ? [{ mark, names }] : []
      }),
      state,
      scan: scanned.has(n) ? 'done' : state === 'closed' ? 'waits' : 'none',
    }
  })
}

/** Presence in tenths of a percent over the filled days; null if none is filled. */
export function presentTenths(days: readonly DayFigures[]): number | null {
  const filled = days.filter(day => day.state !== 'open')
  const expected = filled.reduce((sum, day) => sum + day.expected, 0)
  if (expected === 0) return null
  return Math.round((filled.reduce((sum, day) => sum + day.present, 0) * 1000) / expected)
}

/** Days whose sheet was scanned: sheets of a day, of a calendar week, or of all days. */
function scannedDays(days: AttendanceGrid['days'], scans: readonly ScanLine[]): Set<number> {
  const mondays = [...new Set(days.map(day => mondayOf(day.date)))]
  return new Set(
    scans.flatMap(({ sheet }) => {
      const place = sheet?.place
      if (!place) return []
      if (place.kind === 'day' || place.kind === 'sessions') return [place.n]
      return days
        .filter(day => place.kind === 'all' || mondayOf(day.date) === mondays[place.week - 1])
        .map(day => day.n)
    }),
  )
}

function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(date))
}
