import type { TimetableDay } from '../../../shared/features/timetable/contract.ts'
import type { RailColumn } from '../../ui/rail/rail-layout.ts'

type ClockedDay = Pick<TimetableDay, 'n' | 'hours' | 'clock'>

/** The same break on neighbouring days, by columns of the rail from 0. */
export type PauseStrip = {
  key: string
  after: number
  from: number
  to: number
  name: string
  start: string
  end: string
}

/** The breaks of a day by the number of hours before them. */
export function pausesOf({
  clock,
}: Pick<ClockedDay, 'clock'>): { after: number; name: string; start: string; end: string }[] {
  let after = 0
  return clock.flatMap(({ hour, name, start, end }) => {
    if (hour === null) return [{ after, name, start, end }]
    after = hour
    return []
  })
}

/** Joins breaks of neighbouring days into one strip; a gap of the rail splits them. */
export function pauseStrips(columns: readonly RailColumn[], days: readonly ClockedDay[]): PauseStrip[] {
  const strips: PauseStrip[] = []
  columns.forEach((column, index) => {
    if (column.type !== 'day') return
    const day = days.find(one => one.n === column.day.n)
    for (const pause of day ? pausesOf(day) : []) {
      const before = strips.find(
        one =>
          one.to === index - 1 &&
          one.after === pause.after &&
          one.name === pause.name &&
          one.start === pause.start &&
          one.end === pause.end,
      )
      if (before) before.to = index
      else strips.push({ ...pause, key: `${pause.after}-${index}`, from: index, to: index })
    }
  })
  return strips
}

/** Start and end time of `hours` hours from hour `from`; null beyond the end of the day. */
export function timesOf(day: ClockedDay, from: number, hours: number): { start: string; end: string } | null {
  const start = day.clock.find(row => row.hour === from)?.start
  const end = day.clock.find(row => row.hour === from + hours - 1)?.end
  return start && end ? { start, end } : null
}

/** The clock that most of the days have; it is shown at the left. */
export function commonClock<Day extends ClockedDay>(days: readonly Day[]): Day | undefined {
  const looks = Map.groupBy(days, day => day.clock.map(row => `${row.hour} ${row.start}`).join())
  const [most = []] = [...looks.values()].toSorted((a, b) => b.length - a.length)
  const longest = Math.max(0, ...most.map(day => day.hours))
  return most.find(day => day.hours === longest)
}
