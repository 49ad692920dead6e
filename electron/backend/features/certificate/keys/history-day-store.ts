import { type HistoryMark, historyCode } from '../../../../../shared/facts/history-mark.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'

export type HistoryDay = { day: PlainDate; auditId: number; head: string }
export type SignedDay = HistoryDay & { keyId: string; signature: Uint8Array }

export function findHistoryEnd(db: ReadDatabase): HistoryDay | undefined {
  return db.get<HistoryDay>(
    'SELECT substr(at, 1, 10) AS day, id AS auditId, hash AS head FROM audit ORDER BY id DESC LIMIT 1',
  )
}

export function isDaySigned(db: ReadDatabase, day: PlainDate): boolean {
  return db.value<number>('SELECT EXISTS (SELECT 1 FROM history_day WHERE day = ?)', [day]) === 1
}

export function insertDay(db: WriteDatabase, day: SignedDay): void {
  db.insert('history_day', 'day, audit_id, head, key_id, signature', day)
}

/** The last finished and signed day. */
export function lastSignedDay(db: ReadDatabase): Pick<HistoryDay, 'day' | 'head'> | undefined {
  return db.get<Pick<HistoryDay, 'day' | 'head'>>('SELECT day, head FROM history_day ORDER BY day DESC LIMIT 1')
}

/** The history mark for papers drawn now. */
export function presentMark(db: ReadDatabase): HistoryMark | null {
  const last = lastSignedDay(db)
  return last ? { day: last.day, code: historyCode(last.head) } : null
}

/** All signed days with the present seal at their place. */
export function signedDays(db: ReadDatabase): (SignedDay & { present: string | null })[] {
  return db.all<SignedDay & { present: string | null }>(
    `SELECT day, audit_id AS auditId, head, key_id AS keyId, signature,
       (SELECT hash FROM audit WHERE audit.id = audit_id AND substr(at, 1, 10) = day) AS present
     FROM history_day ORDER BY day`,
  )
}

export function centreIdOf(db: ReadDatabase): string {
  return db.value<string>('SELECT centre_id FROM schema_origin')
}
