import type { ReadDatabase } from '../../database/connection.ts'

/** Something as the history knows it. */
export type Source = { readonly entity: string; readonly id: number | string }

/** Who changed one of these last, where and when. */
export function lastChange(db: ReadDatabase, sources: readonly Source[]): { by: string; at: string; desk: string } {
  const row = db.get<{ by: string; at: string; desk: string }>(
    `SELECT operator AS by, at, desk FROM audit
     WHERE (entity, entity_id) IN (SELECT value ->> 'entity', value ->> 'id' FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
    [JSON.stringify(sources.map(({ entity, id }) => ({ entity, id: String(id) })))],
  )
  return row ?? { by: 'Orang lain', at: '', desk: '' }
}
