/** A field that two people changed: what stood there, and what each made of it. */
export type AskedField = {
  field: string
  /** Of which row, in a list or a grid. */
  row?: string
  before: unknown
  theirs: unknown
  mine: unknown
}

/** Whatever the order of the fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null, ordered) === JSON.stringify(b ?? null, ordered)
}

function ordered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}

type JoinedValues<Values> = {
  values: Values
  /** Fields that the other changed and that were taken over. */
  joined: string[]
  /** Fields that somebody must choose; `values` has mine in them. */
  asked: AskedField[]
}

/**
 * Joins what two people made of the same record: fields that only one of them changed are taken over, the same field is asked. Of fields in
 * `never` every change is asked, also one that only one of them made, but for those that somebody has decided.
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
  const asked: AskedField[] = []
  const fields = Object.keys(mine) as (keyof Values & string)[]
  const others = fields.some(field => !sameValue(before[field], theirs[field]))
  for (const field of fields) {
    const one = { field, before: before[field], theirs: theirs[field], mine: mine[field] }
    if (!others || sameValue(one.theirs, one.mine)) continue
    if (sameValue(one.before, one.theirs)) {
      if (never.has(field) && !decided.includes(field)) asked.push(one)
    } else if (sameValue(one.before, one.mine) && !never.has(field)) {
      values[field] = theirs[field]
      joined.push(field)
    } else asked.push(one)
  }
  return { values, joined, asked }
}
