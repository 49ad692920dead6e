import { sameValue } from '../../../../shared/kernel/join-values.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** An entity in the history. */
export type Source = { readonly entity: string; readonly id: number | string }

/** Who made a change, when, where, and the id of the act in the history. */
export type Change = { by: string; at: string; desk: string; act: number | null }

/** The last change of one of these. */
export function lastChange(db: ReadDatabase, sources: readonly Source[]): Change {
  const row = db.get<Change>(
    `SELECT operator AS by, at, desk, coalesce(act, id) AS act FROM audit
     WHERE (entity, entity_id) IN (SELECT value ->> 'entity', value ->> 'id' FROM json_each(?)) ORDER BY id DESC LIMIT 1`,
    [JSON.stringify(sources.map(({ entity, id }) => ({ entity, id: String(id) })))],
  )
  return row ?? { by: 'Orang lain', at: '', desk: '', act: null }
}

/** Number of history rows searched; a cell not found there was written by another person. */
const recent = 50

/** Who wrote the present value of a cell, from the history; null if unknown. */
export function writerOfValue(
  db: ReadDatabase,
  sources: readonly Source[],
  valueIn: (facts: unknown) => unknown,
): Change | null {
  const rows = db.all<Change & { before: string | null; after: string | null }>(
    `SELECT operator AS by, at, desk, coalesce(act, id) AS act, before, after FROM audit
     WHERE (entity, entity_id) IN (SELECT value ->> 'entity', value ->> 'id' FROM json_each(?)) ORDER BY id DESC LIMIT ${recent}`,
    [JSON.stringify(sources.map(({ entity, id }) => ({ entity, id: String(id) })))],
  )
  const facts = (text: string | null) => (text === null ? null : (JSON.parse(text) as unknown))
  const row = rows.find(({ before, after }) => !sameValue(valueIn(facts(before)), valueIn(facts(after))))
  return row ? { by: row.by, at: row.at, desk: row.desk, act: row.act } : null
}
