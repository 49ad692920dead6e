import { formatDayNumber } from '../../../shared/features/cohort/day-number-format.ts'
import type { AffectedCohort, DayOffPreview, ReplannedDay } from '../../../shared/features/replan/day-off-change.ts'
import { addDays, daysFrom, type PlainDate, weekdayName, weekdayOf } from '../../../shared/kernel/plain-date.ts'
import type { AxisDay } from '../../ui/rail/axis-columns.ts'
import type { RailDay } from '../../ui/rail/rail-day.ts'

/**
 * The calendar days of all affected classes. A day off is narrow only if no class trains on it before or after; the day that changes is always wide.
 */
export function replanAxisDays(
  { affected, daysOff }: DayOffPreview,
  changed: { date: PlainDate; kind: DayOffPreview['daysOff'][number]['kind']; name: string },
  action: 'add' | 'withdraw',
  today: PlainDate,
): AxisDay[] {
  const trained = affected.flatMap(row => [...row.before, ...row.after].map(day => day.date)).toSorted()
  const [first] = trained
  const last = trained.at(-1)
  if (!first || !last) return []
  const training = new Set(trained)
  const off = new Map(daysOff.map(day => [day.date, day]))
  return daysFrom(first, last).map((date): AxisDay => {
    const marks = date === today ? { today: true } : {}
    if (date === changed.date) {
      return action === 'add'
        ? { date, off: { kind: changed.kind, name: changed.name }, added: true, ...marks }
        : { date, ...marks }
    }
    if (training.has(date)) return { date, ...marks }
    const named = off.get(date)
    if (named) return { date, off: { kind: named.kind, name: named.name }, ...marks }
    return weekdayOf(date) > 5
      ? { date, off: { kind: 'weekend', name: weekdayName(date) }, ...marks }
      : { date, ...marks }
  })
}

/** The present days: held ones filled, those that will move dashed. */
export function daysBefore({ before, moved }: AffectedCohort): RailDay[] {
  const leaving = new Set(moved.map(move => move.n))
  return before.map(day => ({ n: day.n, date: day.date, state: leaving.has(day.n) ? 'released' : stillState(day) }))
}

/** The days after the change: moved ones tinted, those with a problem red. */
export function daysAfter({ after, moved, problems }: AffectedCohort): RailDay[] {
  const from = new Map(moved.map(move => [move.n, move.from]))
  const wrong = new Set(problems.filter(row => row.blocking).flatMap(row => row.days))
  return after.map((day): RailDay => {
    const old = from.get(day.n)
    if (wrong.has(day.n)) return { n: day.n, date: day.date, state: 'problem', note: 'ada masalah' }
    if (old === undefined) return { n: day.n, date: day.date, state: stillState(day) }
    return { n: day.n, date: day.date, state: 'moved', note: `pindah dari ${formatDay(old)}` }
  })
}

function stillState(day: ReplannedDay): RailDay['state'] {
  if (day.closed) return 'closed'
  return day.held ? 'filled' : 'planned'
}

function formatDay(date: PlainDate): string {
  return `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`
}

/** The outdated papers of a class: 'jadwal, daftar hadir hari ke-11 s.d. 15'. */
export function formatReprint({ moved, after }: AffectedCohort): string {
  const days = moved.map(move => move.n)
  const all = days.length === after.length
  return `jadwal, ${all ? 'semua daftar hadir' : `daftar hadir ${formatDayNumber(days)}`}`
}

/** '3 kelas bergeser satu hari' if all move by one working day, else '3 kelas bergeser'. */
export function formatResult(reading: DayOffPreview): string {
  const count = reading.affected.length
  const shifts = new Set(reading.affected.map(row => stepsBetween(row)))
  const by = shifts.size === 1 && shifts.has(1) ? ' satu hari' : ''
  const words = `${count} kelas bergeser${by}`
  return reading.unaffected.length > 0 ? `${words}, ${reading.unaffected.length} kelas tidak terdampak` : words
}

/** Number of training days by which the end of a class moves. */
function stepsBetween({ oldEnd, newEnd, skipped }: Pick<AffectedCohort, 'oldEnd' | 'newEnd' | 'skipped'>): number {
  const [from, to] = oldEnd < newEnd ? [oldEnd, newEnd] : [newEnd, oldEnd]
  const off = new Set(skipped.map(day => day.date))
  return daysFrom(addDays(from, 1), to).filter(date => !off.has(date) && weekdayOf(date) <= 5).length
}
