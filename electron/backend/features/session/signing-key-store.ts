import type { ReadDatabase } from '../../database/connection.ts'

/** Of the key that signs now; undefined before the first start. */
export function keyInUse(db: ReadDatabase): string | undefined {
  return db.get<{ id: string }>('SELECT id FROM signing_key WHERE retired_at IS NULL')?.id
}
