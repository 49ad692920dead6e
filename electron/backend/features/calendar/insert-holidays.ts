import { type DayOffKind, followsTheMoon } from '../../../../shared/features/calendar/day-off.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { insertDayOff, saveYear } from './calendar-store.ts'
import holidays from './holidays-2024-2027.json' with { type: 'json' }

/** The days of the government decrees known at release, with their sources. */
export function insertHolidayTables(db: WriteDatabase): void {
  const sources: Record<string, string> = holidays.decrees
  for (const [year, source] of Object.entries(sources)) saveYear(db, Number(year), source)
  for (const day of holidays.days) {
    const named = { kind: day.kind as DayOffKind, name: day.name }
    insertDayOff(db, {
      ...named,
      date: day.date as PlainDate,
      source: sources[day.date.slice(0, 4)] ?? '',
      certain: !followsTheMoon(named),
    })
  }
}
