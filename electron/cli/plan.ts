import type { DayOff, DayOffKind } from '../../shared/features/calendar/day-off.ts'
import { nextWorkingDay, planDays, whyOff } from '../../shared/features/cohort/working-days.ts'
import { type PlainDate, shortDay } from '../../shared/kernel/plain-date.ts'
import { DomainError } from '../backend/domain-error.ts'
import holidays from '../backend/features/calendar/holidays-2024-2027.json' with { type: 'json' }
import { type Command, readChoice, readDay, readOptions, readWhole, UsageError } from './command.ts'

const formatWarning = {
  crosses_budget_year: 'Kelas melewati tahun anggaran.',
  no_holiday_table: 'Ada tahun tanpa kalender libur: hanya akhir pekan yang dihitung.',
  lone_day: 'Ada hari pelatihan yang berdiri sendiri di antara dua hari libur.',
}

/** The fifteen working days from a start date, by the government decrees that the program contains. */
export const plan: Command = {
  usage:
    'plan --start YYYY-MM-DD [--days 15] [--week 5|6] [--joint-leave off|work] [--close D,D] [--hours 8] [--next] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, {
      start: 'text',
      days: 'text',
      week: 'text',
      'joint-leave': 'text',
      close: 'text',
      hours: 'text',
      next: 'flag',
    })
    if (options.start === undefined) throw new UsageError('--start belum ditulis.')
    const wanted = readDay('--start', options.start)
    const closed =
      options.close === undefined ? [] : options.close.split(',').map(text => readDay('--close', text.trim()))
    const calendar = {
      week: readChoice('--week', options.week ?? '5', ['5', '6']) === '5' ? (5 as const) : (6 as const),
      jointLeave: readChoice('--joint-leave', options['joint-leave'] ?? 'off', ['off', 'work']),
      daysOff: daysOff(closed),
    }
    const count = readWhole('--days', options.days ?? '15', 1, 60)
    const hours = readWhole('--hours', options.hours ?? '8', 1, 12)
    const off = whyOff(wanted, calendar)
    if (off && !options.next) {
      throw new DomainError({
        code: 'start_on_day_off',
        date: wanted,
        reason: off.reason,
        next: nextWorkingDay(wanted, calendar),
      })
    }
    const start = off ? nextWorkingDay(wanted, calendar) : wanted
    const { end, days, skipped, totalHours, warnings } = planDays({
      ...calendar,
      start,
      count,
      hours,
      years: Object.keys(holidays.decrees).map(Number),
    })
    const lines = [
      `${shortDay(start, { year: true })} s.d. ${shortDay(end, { year: true })}, ${days.length} hari, ${totalHours} JP`,
      ...days.map(day => `  ${String(day.n).padStart(2)}  ${shortDay(day.date, { year: true })}  ${day.hours} JP`),
      ...(skipped.length > 0
        ? ['Dilewati:', ...skipped.map(day => `      ${shortDay(day.date, { year: true })}  ${day.reason}`)]
        : []),
      ...warnings.map(code => formatWarning[code]),
    ]
    return { json: { start, end, days, skipped, totalHours, warnings }, words: lines.join('\n') }
  },
}

/** A day off by the government keeps its reason, also when the centre closes on it. */
function daysOff(closed: readonly PlainDate[]): DayOff[] {
  const official = holidays.days.map(day => ({
    date: day.date as PlainDate,
    kind: day.kind as DayOffKind,
    name: day.name,
  }))
  const named = new Set(official.map(day => day.date))
  const own = closed
    .filter(date => !named.has(date))
    .map(date => ({ date, kind: 'centre_closure' as const, name: 'Balai tutup' }))
  return [...official, ...own]
}
