import type { ReadDatabase } from '../../database/connection.ts'

/** The moment of the last row that was written, null before the first. */
export function lastWork(db: ReadDatabase): string | null {
  return db.get<{ at: string }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1')?.at ?? null
}

/** How long the history is, in rows; they are numbered without a gap. */
export function countRows(db: ReadDatabase): number {
  return db.value<number>('SELECT coalesce(max(id), 0) FROM audit')
}
