import type { HomeOverview } from '../../../shared/features/home/contract.ts'
import { type PlainDate, weekdayOf } from '../../../shared/kernel/plain-date.ts'

type Day = HomeOverview['weeks']['days'][number]
type Column = { key: PlainDate; day: Day | null; off: Day['off']; dates: PlainDate[] }

/** A weekend without classes is one narrow column, unless it contains today; every other day has its own column. */
export function columnsOf(days: readonly Day[], meets: ReadonlySet<PlainDate>, today: PlainDate): Column[] {
  const columns: Column[] = []
  for (const day of days) {
    const free = weekdayOf(day.date) >= 6 && !meets.has(day.date) && day.date !== today
    const before = columns.at(-1)
    if (!free) columns.push({ key: day.date, day, off: day.off, dates: [day.date] })
    else if (before && before.day === null) before.dates.push(day.date)
    else columns.push({ key: day.date, day: null, off: { kind: 'weekend', name: 'Akhir pekan' }, dates: [day.date] })
  }
  return columns
}
