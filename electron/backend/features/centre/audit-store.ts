import type { ReadDatabase } from '../../database/connection.ts'

/** The moment of the last row that was written, null before the first. */
export function lastWork(db: ReadDatabase): string | null {
  return db.get<{ at: string }>('SELECT at FROM audit ORDER BY id DESC LIMIT 1')?.at ?? null
}
