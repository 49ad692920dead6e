import type { TimetableDay } from '../../../../shared/features/timetable/contract.ts'
import type { RailColumn } from '../../../ui/rail/rail-layout.ts'

type LaneRun = {
  /** Columns of the rail from 0. */
  from: number
  to: number
  /** First and last day of the run. */
  n: number
  until: number
  held: boolean
  /** '' if nobody teaches. */
  name: string
  hours: number
  /** What fits: the full name, the surname, or nothing; never initials. */
  words: string
}

/** Neighbouring days with the same instructors; held and coming days are separate, days off do not separate. */
export function laneRuns(row: readonly RailColumn[], days: readonly TimetableDay[]): LaneRun[] {
  const runs: (Omit<LaneRun, 'words'> & { key: string; count: number })[] = []
  row.forEach((column, index) => {
    const day = column.type === 'day' ? days.find(one => one.n === column.day.n) : undefined
    if (!day) return
    const name = day.instructors.map(person => person.name).join(', ')
    const key = `${name} ${day.held}`
    const before = runs.at(-1)
    if (before?.key === key) {
      before.to = index
      before.until = day.n
      before.hours += day.hours
      before.count += 1
    } else
      runs.push({
        key,
        from: index,
        to: index,
        n: day.n,
        until: day.n,
        held: day.held,
        name,
        hours: day.hours,
        count: 1,
      })
  })
  return runs.map(({ key: _, count, ...run }) => ({ ...run, words: wordsFor(run.name, run.hours, count) }))
}

function wordsFor(name: string, hours: number, days: number): string {
  if (name === '') return days > 2 ? 'belum ada pengajar' : days > 1 ? 'belum ada' : '!'
  if (days > 3) return `${name} · ${hours} JP`
  if (days > 1) return surname(name)
  return ''
}

/** 'Rina Marliana, S.Pd.' → 'Marliana' */
function surname(name: string): string {
  return name.replace(/,.*$/, '').split(' ').at(-1) ?? ''
}
