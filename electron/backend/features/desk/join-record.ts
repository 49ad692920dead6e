import type { z } from 'zod'
import { type Cell, joinRows, resolveCell } from '../../../../shared/kernel/join-rows.ts'
import { type FieldConflict, joinValues } from '../../../../shared/kernel/join-values.ts'
import type { ChosenField, JoinedChange } from '../../../../shared/kernel/seen.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { type Change, lastChange, type Source, writerOfValue } from './change-store.ts'

type Record<Values> = {
  readonly entity: string
  readonly id: number | string
  /** Values the form was opened with; null for callers that do not send them, which overwrite. */
  readonly seen: Values | null
  readonly theirs: Values
  readonly mine: Values
  /** Fields that are never joined automatically. */
  readonly never?: ReadonlySet<string>
  /** Fields decided by a person; `seen` has the values chosen against. */
  readonly decided?: readonly string[]
  /** The same from a form that sends its choices separately. */
  readonly chosen?: readonly ChosenField[]
}

/** The values to write, considering changes of others. @throws DomainError changed_meanwhile */
export function joinRecord<Values extends object>(
  db: ReadDatabase,
  { entity, id, seen, theirs, mine, never, decided, chosen = [] }: Record<Values>,
): { values: Values; joined: JoinedChange | null } {
  if (seen === null) return { values: mine, joined: null }
  const { values, joined, ...found } = joinValues(seen, theirs, mine, never, decided)
  const conflicts = found.conflicts.filter(one => {
    const whose = resolveCell({ row: '', ...one }, chosen, true)
    if (whose === 'theirs') values[one.field as keyof Values] = theirs[one.field as keyof Values]
    return whose === 'conflict'
  })
  const taken = new Map(Object.entries(theirs))
  assertNoConflicts(db, [{ entity, id }], {
    conflicts,
    joined,
    theirs: Object.fromEntries(joined.map(field => [field, taken.get(field)])),
  })
  return { values, joined: changeOf(db, [{ entity, id }], joined) }
}

type Form<Draft> = Pick<Record<Draft>, 'entity' | 'seen' | 'mine' | 'chosen'> & {
  readonly schema: z.ZodType<Draft>
  readonly id: number | string | null
  /** The row as it stands; it may hold more than the form. Null of a new one, as `id` is. */
  readonly stored: object | null
}

/**
 * The same for a form of a whole record. If joined values violate a rule of the form, they are asked about too.
 * @throws DomainError changed_meanwhile
 */
export function joinForm<Draft extends object>(
  db: ReadDatabase,
  { schema, id, stored, mine, ...form }: Form<Draft>,
): { values: Draft; joined: JoinedChange | null } {
  if (id === null || !stored) return { values: mine, joined: null }
  const known = new Map<string, unknown>(Object.entries(stored))
  const theirs = schema.safeParse(Object.fromEntries(Object.keys(mine).map(field => [field, known.get(field)]))).data
  // An older row that the schema refuses: no form could have shown it.
  if (!theirs) return { values: mine, joined: null }
  const joining = { ...form, id, theirs, mine }
  const { values, joined } = joinRecord(db, joining)
  const whole = schema.safeParse(values)
  if (whole.success) return { values: whole.data, joined }
  return joinRecord(db, { ...joining, never: new Set(joined?.fields) })
}

/** Scope of the command: a person's own recent changes from the same desk count as seen. */
type Writer = Pick<CommandScope, 'db' | 'operator' | 'place'>

type List<Row> = {
  /** Entities in the history. */
  readonly history: readonly Source[]
  /** Entities of a single row whose fields are the cells; for grids that write faster than they read. */
  readonly isOwn?: (cell: FieldConflict) => readonly Source[]
  /** The rows the list was opened with; null for callers that do not send them. */
  readonly seen: readonly Row[] | null
  readonly theirs: readonly Row[]
  readonly mine: Row[]
  readonly nameOf: (row: Row, index: number) => string
  readonly chosen: readonly ChosenField[]
}

/** The same for a list written as a whole: other rows and columns are joined, the same cell is asked about. @throws DomainError changed_meanwhile */
export function joinList<Row extends object>(
  writer: Writer,
  { history, isOwn, seen, theirs, mine, ...join }: List<Row>,
): { rows: Row[]; joined: JoinedChange | null } {
  if (seen === null) return { rows: mine, joined: null }
  const { rows, ...rest } = joinRows(seen, theirs, mine, join)
  const conflicts = rest.conflicts.filter(
    one => !isOwn?.(one) || !isOwnChange(writer, isOwn(one), facts => fieldIn(facts, one.field)),
  )
  const [first] = conflicts
  const wrote = first && isOwn && writerOfValue(writer.db, isOwn(first), facts => fieldIn(facts, first.field))
  assertNoConflicts(writer.db, history, { ...rest, conflicts }, wrote)
  return { rows, joined: changeOf(writer.db, history, rest.joined) }
}

/** A cell with the value its writer saw. */
export type SeenCell = Cell & {
  readonly history: readonly Source[]
  /** Reads the value of this cell from history data before or after an act. */
  readonly valueIn: (facts: unknown) => unknown
}

type RowCells<Field extends string> = Pick<SeenCell, 'row' | 'history'> & {
  readonly saw: { readonly [Name in Field]?: unknown } | undefined
  readonly theirs: { readonly [Name in Field]: unknown }
  readonly mine: { readonly [Name in Field]?: unknown }
  /** The row in history data. */
  readonly rowIn: (facts: unknown) => unknown
}

/** A cell for each field that the form sends and has seen. */
export function cellsOfRow<Field extends string>(
  fields: readonly Field[],
  { row, history, saw, theirs, mine, rowIn }: RowCells<Field>,
): SeenCell[] {
  const sent = fields.filter(field => mine[field] !== undefined && saw?.[field] !== undefined)
  return sent.map(field => ({
    ...{ row, field, history, before: saw?.[field], theirs: theirs[field], mine: mine[field] },
    valueIn: facts => fieldIn(rowIn(facts), field),
  }))
}

/**
 * For cells that are never joined automatically: marks, scores, numbers, decisions. Returns a function that tells whether a cell keeps the value of
 * another person.
 * @throws DomainError changed_meanwhile
 */
export function resolveCells(
  writer: Writer,
  cells: readonly SeenCell[],
  chosen: readonly ChosenField[],
): (row: string, field: string) => boolean {
  const judged = cells.map(cell => {
    const whose = resolveCell(cell, chosen, true)
    return {
      cell,
      whose: whose === 'conflict' && isOwnChange(writer, cell.history, cell.valueIn) ? ('mine' as const) : whose,
    }
  })
  const conflicts = judged.filter(one => one.whose === 'conflict').map(one => one.cell)
  const history = conflicts.flatMap(cell => cell.history)
  const [first] = conflicts
  const wrote = first && writerOfValue(writer.db, first.history, first.valueIn)
  assertNoConflicts(
    writer.db,
    history,
    { conflicts: conflicts.map(({ history: _, valueIn: __, ...cell }) => cell), joined: [] },
    wrote,
  )
  const theirs = judged.filter(one => one.whose === 'theirs').map(one => one.cell)
  return (row, field) => theirs.some(cell => cell.row === row && cell.field === field)
}

function isOwnChange(
  { db, operator, place }: Writer,
  history: readonly Source[],
  valueIn: SeenCell['valueIn'],
): boolean {
  const writer = writerOfValue(db, history, valueIn)
  return writer?.by === operator.name && writer.desk === place
}

export function fieldIn(facts: unknown, field: string): unknown {
  return typeof facts === 'object' && facts !== null
    ? (facts as { readonly [field: string]: unknown })[field]
    : undefined
}

/** The entry of history data that is about a person. */
export function rowIn(facts: unknown, key: string, id: number): unknown {
  return Array.isArray(facts) ? facts.find(row => fieldIn(row, key) === id) : undefined
}

/** @throws DomainError changed_meanwhile */
export function assertNoConflicts(
  db: ReadDatabase,
  history: readonly Source[],
  {
    conflicts,
    joined,
    theirs,
  }: { conflicts: FieldConflict[]; joined: string[]; theirs?: { readonly [field: string]: unknown } },
  wrote?: Change | null | undefined,
): void {
  if (conflicts.length === 0) return
  const { by, at, desk } = wrote ?? lastChange(db, history)
  throw new DomainError({
    code: 'changed_meanwhile',
    ...{ by, at, desk },
    conflicts,
    joined,
    ...(theirs && { theirs }),
  })
}

/** Fields that were taken over, and who changed them; null if there are none. */
export function changeOf(db: ReadDatabase, history: readonly Source[], fields: string[]): JoinedChange | null {
  if (fields.length === 0) return null
  const isOne = (facts: unknown) => fields.map(field => fieldIn(facts, field))
  const { by, at, act } = writerOfValue(db, history, isOne) ?? lastChange(db, history)
  return { fields, by, at, act }
}
