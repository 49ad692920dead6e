import type { ReadDatabase } from '../../database/connection.ts'

/** Time of the last row, null if there is none. */
export function lastWork(db: ReadDatabase): string | null {
  return db.get<{ at: string }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1')?.at ?? null
}

/** Number of rows, which are numbered without gaps. */
export function countRows(db: ReadDatabase): number {
  return db.value<number>('SELECT coalesce(max(id), 0) FROM audit')
}
