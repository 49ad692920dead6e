import type { AccessStatus } from '../../../../shared/features/access/contract.ts'
import { addDays, type PlainDate, weekdayOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Minutes before rules exist. */
const usualLock = 5

/** The page before sign-in: office and week, nothing about people. */
export function frontPage(
  db: ReadDatabase,
  today: PlainDate,
): Pick<AccessStatus, 'centre' | 'government' | 'week' | 'lockAfter'> {
  const centre = db.get<{ name: string; government: string }>('SELECT name, government FROM centre')
  const weekday = weekdayOf(today)
  // On weekends the next week.
  const monday = addDays(today, weekday > 5 ? 8 - weekday : 1 - weekday)
  const days = [0, 1, 2, 3, 4].map(n => addDays(monday, n))
  const off = new Map(
    db
      .all<{ date: PlainDate; name: string }>('SELECT date, name FROM day_off WHERE date BETWEEN ? AND ?', [
        monday,
        addDays(monday, 4),
      ])
      .map(row => [row.date, row.name]),
  )
  return {
    lockAfter: lockAfter(db),
    centre: centre?.name ?? '',
    government: centre?.government ?? '',
    week: days.map(date => ({ date, off: off.get(date) ?? null })),
  }
}

/** Minutes without input until the screen locks, from Aturan. */
export function lockAfter(db: ReadDatabase): number {
  return db.get<{ minutes: number }>('SELECT lock_after AS minutes FROM rules')?.minutes ?? usualLock
}

/** Minutes after that limit at which a desk is locked by the backend, if its page has not done it. */
const grace = 10

/** Milliseconds without a call after which a desk counts as left by its person. */
export function leftAfter(db: ReadDatabase): number {
  return (lockAfter(db) + grace) * 60_000
}
