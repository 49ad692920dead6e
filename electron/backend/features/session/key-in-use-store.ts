import type { ReadDatabase } from '../../database/connection.ts'

/** The key in use; undefined before the first start. */
export function keyInUse(db: ReadDatabase): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM signing_key WHERE retired_at IS NULL')?.id
}
