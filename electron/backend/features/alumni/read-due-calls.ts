import type { FollowUpMonth } from '../../../../shared/features/alumni/follow-up.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { readFollowUps } from './read-follow-ups.ts'

type DueCall = { name: string; phone: string; cohort: string; month: FollowUpMonth; due: PlainDate }

/** The first graduates to be asked now whom nobody has asked yet, the longest overdue first, and how many there are. */
export function readDueCalls(db: ReadDatabase, today: PlainDate, limit: number): { count: number; rows: DueCall[] } {
  const { rows, total } = readFollowUps(db, today, { view: 'due', trade: null, month: null, limit })
  return {
    count: total,
    rows: rows.map(({ name, phone, cohort, month, due }) => ({ name, phone, cohort, month, due })),
  }
}
