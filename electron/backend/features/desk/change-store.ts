import { sameValue } from '../../../../shared/kernel/join-values.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** An entity in the history. */
export type Source = { readonly entity: string; readonly id: number | string }

/** The last change of one of these: who, where and when. */
export function lastChange(db: ReadDatabase, sources: readonly Source[]): { by: string; at: string; desk: string } {
  const row = db.get<{ by: string; at: string; desk: string }>(
    `SELECT operator AS by, at, desk FROM audit
     WHERE (entity, entity_id) IN (SELECT value ->> 'entity', value ->> 'id' FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
    [JSON.stringify(sources.map(({ entity, id }) => ({ entity, id: String(id) })))],
  )
  return row ?? { by: 'Orang lain', at: '', desk: '' }
}

/** Number of history rows searched; a cell not found there was written by another person. */
const recent = 50

/** Who wrote the present value of a cell, from the history; null if unknown. */
export function writerOfValue(
  db: ReadDatabase,
  sources: readonly Source[],
  valueIn: (facts: unknown) => unknown,
): { by: string; at: string; desk: string } | null {
  const rows = db.all<{ by: string; at: string; desk: string; before: string | null; after: string | null }>(
    `SELECT operator AS by, at, desk, before, after FROM audit
     WHERE (entity, entity_id) IN (SELECT value ->> 'entity', value ->> 'id' FROM json_each(?)) ORDER BY id DESC LIMIT ${recent}`,
    [JSON.stringify(sources.map(({ entity, id }) => ({ entity, id: String(id) })))],
  )
  const facts = (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown))
  const row = rows.find(({ before, after }) => !sameValue(valueIn(facts(before)), valueIn(facts(after))))
  return row ? { by: row.by, at: row.at, desk: row.desk } : null
}
