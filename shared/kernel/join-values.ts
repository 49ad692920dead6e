/** A field changed by two people: the original, and both new values. */
export type FieldConflict = {
  field: string
  /** Row in a list or grid. */
  row?: string
  before: unknown
  theirs: unknown
  mine: unknown
}

/** Deep equality, independent of the order of fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null, ordered) === JSON.stringify(b ?? null, ordered)
}

function ordered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

type JoinedValues<Values> = {
  values: Values
  /** Fields changed by the other person that were taken over. */
  joined: string[]
  /** Fields that a person must choose; `values` contains this person's. */
  conflicts: FieldConflict[]
}

/**
 * Merges two people's changes of a record: fields changed by only one are taken over, fields changed by both are asked about. Fields in `never` are
 * asked about if anybody changed them, except decided ones.
 */
export function joinValues<Values extends object>(
  before: Values,
  theirs: Values,
  mine: Values,
  never: ReadonlySet<string> = new Set(),
  decided: readonly string[] = [],
): JoinedValues<Values> {
  const values = { ...mine }
  const joined: string[] = []
  const conflicts: FieldConflict[] = []
  const fields = Object.keys(mine) as (keyof Values & string)[]
  const others = fields.some(field => !sameValue(before[field], theirs[field]))
  for (const field of fields) {
    const one = { field, before: before[field], theirs: theirs[field], mine: mine[field] }
    if (!others || sameValue(one.theirs, one.mine)) continue
    if (sameValue(one.before, one.theirs)) {
      if (never.has(field) && !decided.includes(field)) conflicts.push(one)
    } else if (sameValue(one.before, one.mine) && !never.has(field)) {
      values[field] = theirs[field]
      joined.push(field)
    } else conflicts.push(one)
  }
  return { values, joined, conflicts }
}
