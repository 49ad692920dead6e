/** A field that two people changed: what stood there, and what each made of it. */
export type AskedField = { field: string; before: unknown; theirs: unknown; mine: unknown }

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
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
  const others = fields.some(field => !same(before[field], theirs[field]))
  for (const field of fields) {
    const one = { field, before: before[field], theirs: theirs[field], mine: mine[field] }
    if (!others || same(one.theirs, one.mine)) continue
    if (same(one.before, one.theirs)) {
      if (never.has(field) && !decided.includes(field)) asked.push(one)
    } else if (same(one.before, one.mine) && !never.has(field)) {
      values[field] = theirs[field]
      joined.push(field)
    } else asked.push(one)
  }
  return { values, joined, asked }
}
