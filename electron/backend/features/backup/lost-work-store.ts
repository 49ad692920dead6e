import type { LostKind, LostWork } from '../../../../shared/features/backup/lost-work.ts'
import type { ReadDatabase } from '../../database/connection.ts'

type Row = { operator: string; thing: string; count: number }

/** SQL by kind: who, about which thing, and the number of things. */
const rows: Record<LostKind['kind'], string> = {
  trainees: `SELECT operator, CAST(id AS TEXT) AS thing,
      CASE entity WHEN 'import' THEN
        CASE json_type(after, '$.created') WHEN 'array' THEN json_array_length(after, '$.created')
        WHEN 'integer' THEN json_extract(after, '$.created') ELSE 0 END
      ELSE 1 END AS count
    FROM audit WHERE id > ? AND entity IN ('trainee', 'import') AND coalesce(before, 'null') = 'null'`,
  days: "SELECT operator, coalesce(entity_id, '') AS thing, 1 AS count FROM audit WHERE id > ? AND entity = 'attendance'",
  plans: `SELECT operator, coalesce(entity_id, '') AS thing, 1 AS count FROM audit
    WHERE id > ? AND entity IN ('cohort', 'timetable', 'cohort_day') AND operation NOT LIKE 'attendance.%'`,
  certificates: `SELECT operator, coalesce(entity_id, '') AS thing, 1 AS count FROM audit WHERE id > ? AND entity = 'certificate' AND coalesce(before, 'null') = 'null'`,
}

/** What was done after the row with this seal. */
export function lostAfter(db: ReadDatabase, seal: string): LostWork {
  const row = db.get<{ id: number; at: string }>('SELECT id, at FROM audit WHERE hash = ?', [seal])
  const after = row?.id ?? 0
  return {
    changes: db.value<number>('SELECT count(*) FROM audit WHERE id > ?', [after]),
    since: row?.at ?? null,
    kinds: (Object.keys(rows) as LostKind['kind'][]).map(kind => lostOf(kind, db.all<Row>(rows[kind], [after]))),
  }
}

function lostOf(kind: LostKind['kind'], found: readonly Row[]): LostKind {
  const things = new Map<string, number>()
  const people = new Map<string, Set<string>>()
  for (const { operator, thing, count } of found) {
    // Marks of one day, 'TR-2024-03 7' with or without a person, count as one thing.
    const [first = '', ...rest] = String(thing).split(' ')
    const key = kind === 'days' ? `${first} ${rest.at(-1)}` : String(thing)
    things.set(key, count)
    people.set(operator, (people.get(operator) ?? new Set()).add(key))
  }
  const sum = (keys: Iterable<string>) => [...keys].reduce((total, key) => total + (things.get(key) ?? 0), 0)
  return {
    kind,
    count: sum(things.keys()),
    by: [...people]
      .map(([name, keys]) => ({ name, count: sum(keys) }))
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  }
}

/** Id of the centre; null before anything was done in it. */
export function centreIdOf(db: ReadDatabase): string | null {
  return (
    db.get<{ id: string }>('SELECT centre_id AS id FROM schema_origin WHERE EXISTS (SELECT 1 FROM audit)')?.id ?? null
  )
}
