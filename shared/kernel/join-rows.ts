import { type FieldConflict, sameValue } from './join-values.ts'
import type { ChosenField } from './seen.ts'

/** A field of a row in a list or grid: the value that its writer saw, the present one, and the new one. */
export type Cell = { row: string; field: string; before: unknown; theirs: unknown; mine: unknown }

/**
 * Which value a cell gets; 'conflict' if a person must choose. An unchanged field keeps the other person's value, except in `never` mode, which asks.
 */
export function resolveCell(cell: Cell, chosen: readonly ChosenField[], never = false): 'mine' | 'theirs' | 'conflict' {
  const { before, theirs, mine } = cell
  if (sameValue(theirs, mine) || sameValue(before, theirs)) return 'mine'
  if (sameValue(before, mine) && !never) return 'theirs'
  const choice = chosen.find(
    one => one.row === cell.row && one.field === cell.field && sameValue(one.theirs ?? null, theirs),
  )
  return choice?.take ?? 'conflict'
}

/** The field name for the whole row, when one person deleted it and another changed it. */
export const wholeRow = ''

type JoinedRows<Row> = {
  rows: Row[]
  /** Names of rows in which changes of the other person were taken over. */
  joined: string[]
  conflicts: FieldConflict[]
}

/**
 * Merges two people's changes of a list: rows and columns changed by only one are taken over, cells changed by both are asked about. Rows are
 * identified by name, repeated names also by number.
 */
export function joinRows<Row extends object>(
  before: readonly Row[],
  theirs: readonly Row[],
  mine: readonly Row[],
  { nameOf, chosen }: { nameOf: (row: Row, index: number) => string; chosen: readonly ChosenField[] },
): JoinedRows<Row> {
  const [was, there, here] = [before, theirs, mine].map(rows => byName(rows, nameOf)) as [
    Map<string, Row>,
    Map<string, Row>,
    Map<string, Row>,
  ]
  const rows: Row[] = []
  const joined = new Set<string>()
  const conflicts: FieldConflict[] = []
  function resolve(cell: Cell): 'mine' | 'theirs' {
    const whose = resolveCell(cell, chosen)
    if (whose === 'conflict') conflicts.push(cell)
    else if (whose === 'theirs') joined.add(cell.row)
    return whose === 'theirs' ? 'theirs' : 'mine'
  }
  for (const row of new Set([...here.keys(), ...there.keys()])) {
    const [old, their, my] = [was.get(row), there.get(row), here.get(row)]
    if (their && my) {
      const values = { ...my }
      for (const field of Object.keys(my) as (keyof Row & string)[])
        if (resolve({ row, field, before: old?.[field], theirs: their[field], mine: my[field] }) === 'theirs')
          values[field] = their[field]
      rows.push(values)
    } else {
      const cell = { row, field: wholeRow, before: old ?? null, theirs: their ?? null, mine: my ?? null }
      const kept = resolve(cell) === 'theirs' ? their : my
      if (kept) rows.push(kept)
    }
  }
  return { rows, joined: [...joined], conflicts }
}

function byName<Row>(rows: readonly Row[], nameOf: (row: Row, index: number) => string): Map<string, Row> {
  const named = new Map<string, Row>()
  rows.forEach((row, index) => {
    const name = nameOf(row, index)
    let free = name
    for (let count = 2; named.has(free); count += 1) free = `${name} (${count})`
    named.set(free, row)
  })
  return named
}
