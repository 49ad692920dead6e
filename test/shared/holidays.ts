import holidays from '../../electron/backend/features/calendar/holidays-2024-2027.json' with { type: 'json' }
import { type DayOff, dayOffKinds } from '../../shared/features/calendar/day-off.ts'
import { isPlainDate } from '../../shared/kernel/plain-date.ts'

/** The built-in table of days off, with every entry checked. */
export const daysOff: DayOff[] = holidays.days.map(({ date, kind, name }) => {
  const knownKind = dayOffKinds.find(known => known === kind)
  if (!isPlainDate(date) || !knownKind) throw new Error(`holiday ${date} ${kind}`)
  return { date, kind: knownKind, name }
})

export const years: number[] = Object.keys(holidays.decrees).map(Number)
