import type { CalendarDay, DayOffDraft } from '../../../../shared/features/calendar/contract.ts'
import type { DayOff, DayOffKind } from '../../../../shared/features/calendar/day-off.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import holidays from './holidays-2024-2027.json' with { type: 'json' }

/** The days of the government decrees known at release, with their sources. */
export function insertHolidayTables(db: WriteDatabase): void {
  const sources: Record<string, string> = holidays.decrees
  for (const [year, source] of Object.entries(sources)) saveYear(db, Number(year), source)
  for (const day of holidays.days) {
    insertDayOff(db, {
      date: day.date as PlainDate,
      kind: day.kind as DayOffKind,
      name: day.name,
      source: sources[day.date.slice(0, 4)] ?? '',
    })
  }
}

export function holidayYears(db: ReadDatabase): { year: number; source: string; days: number }[] {
  return db.all(
    `SELECT year, source, (SELECT count(*) FROM day_off WHERE substr(date, 1, 4) = CAST(year AS TEXT)) AS days
     FROM holiday_year ORDER BY year`,
  )
}

export function saveYear(db: WriteDatabase, year: number, source: string): void {
  db.run(
    'INSERT INTO holiday_year (year, source) VALUES (?, ?) ON CONFLICT (year) DO UPDATE SET source = excluded.source',
    [year, source],
  )
}

/** Days off between two dates, both included. */
export function daysOff(db: ReadDatabase, first: PlainDate, last: PlainDate): DayOff[] {
  return db.all<DayOff>('SELECT date, kind, name FROM day_off WHERE date BETWEEN ? AND ? ORDER BY date', [first, last])
}

export function daysOffOfYear(db: ReadDatabase, year: number): CalendarDay[] {
  return db.all<CalendarDay>(
    'SELECT id, date, kind, name, source FROM day_off WHERE date BETWEEN ? AND ? ORDER BY date',
    [`${year}-01-01`, `${year}-12-31`],
  )
}

export function findDayOff(db: ReadDatabase, id: number): CalendarDay | undefined {
  return db.get<CalendarDay>('SELECT id, date, kind, name, source FROM day_off WHERE id = ?', [id])
}

export function insertDayOff(db: WriteDatabase, day: DayOffDraft): number {
  return db.run('INSERT INTO day_off (date, kind, name, source) VALUES (@date, @kind, @name, @source)', day).id
}

export function updateDayOff(db: WriteDatabase, id: number, day: DayOffDraft): void {
  db.run('UPDATE day_off SET date = @date, kind = @kind, name = @name, source = @source WHERE id = @id', { ...day, id })
}
