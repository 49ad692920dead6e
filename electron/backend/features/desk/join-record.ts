import type { z } from 'zod'
import { type Cell, joinRows, judgeCell } from '../../../../shared/kernel/join-rows.ts'
import { type AskedField, joinValues } from '../../../../shared/kernel/join-values.ts'
import type { ChosenField } from '../../../../shared/kernel/seen.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { lastChange, type Source, writerOfValue } from './change-store.ts'

type Record<Values> = {
  readonly entity: string
  readonly id: number | string
  /** What the form was opened on; null from who does not say, and then overwrites. */
  readonly seen: Values | null
  readonly theirs: Values
  readonly mine: Values
  /** Fields that are never joined by themselves. */
  readonly never?: ReadonlySet<string>
  /** Fields that somebody has chosen after he was asked; `seen` holds what he chose against. */
  readonly decided?: readonly string[]
  /** The same from a form that sends its choices beside what it saw. */
  readonly chosen?: readonly ChosenField[]
}

/** What is to be written, where somebody else may have written since. @throws DomainError changed_meanwhile */
export function joinRecord<Values extends object>(
  db: ReadDatabase,
  { entity, id, seen, theirs, mine, never, decided, chosen = [] }: Record<Values>,
): { values: Values; joined: string[] } {
  if (seen === null) return { values: mine, joined: [] }
  const { values, joined, ...found } = joinValues(seen, theirs, mine, never, decided)
  const asked = found.asked.filter(one => {
    const whose = judgeCell({ row: '', ...one }, chosen, true)
    if (whose === 'theirs') values[one.field as keyof Values] = theirs[one.field as keyof Values]
    return whose === 'asked'
  })
  assertNoneAsked(db, [{ entity, id }], { asked, joined })
  return { values, joined }
}

type Form<Draft> = Pick<Record<Draft>, 'entity' | 'id' | 'seen' | 'mine' | 'chosen'> & {
  readonly schema: z.ZodType<Draft>
  /** The row as it stands; it may hold more than the form. */
  readonly stored: object
}

/** The same for a form that edits a whole record. What together breaks a rule of the form is asked too. @throws DomainError changed_meanwhile */
export function joinForm<Draft extends object>(
  db: ReadDatabase,
  { schema, stored, mine, ...form }: Form<Draft>,
): { values: Draft; joined: string[] } {
  const known = new Map<string, unknown>(Object.entries(stored))
  const theirs = schema.safeParse(Object.fromEntries(Object.keys(mine).map(field => [field, known.get(field)]))).data
  // An older row that the form of today refuses: nobody could have seen it in one.
  if (!theirs) return { values: mine, joined: [] }
  const joining = { ...form, theirs, mine }
  const { values, joined } = joinRecord(db, joining)
  const whole = schema.safeParse(values)
  if (whole.success) return { values: whole.data, joined }
  return joinRecord(db, { ...joining, never: new Set(joined) })
}

/** A command that asks: what somebody wrote himself a moment ago, at the same desk, is nothing that he has not seen. */
type Writer = Pick<CommandScope, 'db' | 'operator' | 'place'>

type List<Row> = {
  /** Where the history tells of it. */
  readonly history: readonly Source[]
  /** Where it tells of one row, whose facts are the fields; for grids that write faster than they read again. */
  readonly isOwn?: (cell: AskedField) => readonly Source[]
  /** The rows as the list was opened on them; null from who does not say. */
  readonly seen: readonly Row[] | null
  readonly theirs: readonly Row[]
  readonly mine: Row[]
  readonly nameOf: (row: Row, index: number) => string
  readonly chosen: readonly ChosenField[]
}

/** The same for a list that is written as a whole: other rows and columns join, the same cell is asked. @throws DomainError changed_meanwhile */
export function joinList<Row extends object>(
  writer: Writer,
  { history, isOwn, seen, theirs, mine, ...join }: List<Row>,
): { rows: Row[]; joined: string[] } {
  if (seen === null) return { rows: mine, joined: [] }
  const { rows, ...rest } = joinRows(seen, theirs, mine, join)
  const asked = rest.asked.filter(
    one => !isOwn?.(one) || !wroteIt(writer, isOwn(one), facts => fieldIn(facts, one.field)),
  )
  const [first] = asked
  const wrote = first && isOwn && writerOfValue(writer.db, isOwn(first), facts => fieldIn(facts, first.field))
  assertNoneAsked(writer.db, history, { ...rest, asked }, wrote)
  return { rows, joined: rest.joined }
}

/** A cell as its writer saw it. */
export type SeenCell = Cell & {
  readonly history: readonly Source[]
  /** The value of this cell in what the history kept before or after an act. */
  readonly valueIn: (facts: unknown) => unknown
}

/**
 * Cells that are never joined by themselves: marks, scores, numbers and decisions. Answers whether a cell keeps what somebody else wrote.
 * @throws DomainError changed_meanwhile
 */
export function askCells(
  writer: Writer,
  cells: readonly SeenCell[],
  chosen: readonly ChosenField[],
): (row: string, field: string) => boolean {
  const judged = cells.map(cell => {
    const whose = judgeCell(cell, chosen, true)
    return { cell, whose: whose === 'asked' && wroteIt(writer, cell.history, cell.valueIn) ? ('mine' as const) : whose }
  })
  const asked = judged.filter(one => one.whose === 'asked').map(one => one.cell)
  const history = asked.flatMap(cell => cell.history)
  const [first] = asked
  const wrote = first && writerOfValue(writer.db, first.history, first.valueIn)
  assertNoneAsked(
    writer.db,
    history,
    { asked: asked.map(({ history: _, valueIn: __, ...cell }) => cell), joined: [] },
    wrote,
  )
  const theirs = judged.filter(one => one.whose === 'theirs').map(one => one.cell)
  return (row, field) => theirs.some(cell => cell.row === row && cell.field === field)
}

function wroteIt({ db, operator, place }: Writer, history: readonly Source[], valueIn: SeenCell['valueIn']): boolean {
  const writer = writerOfValue(db, history, valueIn)
  return writer?.by === operator.name && writer.desk === place
}

export function fieldIn(facts: unknown, field: string): unknown {
  return typeof facts === 'object' && facts !== null
    ? (facts as { readonly [field: string]: unknown })[field]
    : undefined
}

/** The row of kept facts that is about somebody. */
export function rowIn(facts: unknown, key: string, id: number): unknown {
  return Array.isArray(facts) ? facts.find(row => fieldIn(row, key) === id) : undefined
}

/** @throws DomainError changed_meanwhile */
export function assertNoneAsked(
  db: ReadDatabase,
  history: readonly Source[],
  { asked, joined }: { asked: AskedField[]; joined: string[] },
  wrote?: ReturnType<typeof writerOfValue> | undefined,
): void {
  if (asked.length > 0)
    throw new DomainError({ code: 'changed_meanwhile', ...(wrote ?? lastChange(db, history)), asked, joined })
}
