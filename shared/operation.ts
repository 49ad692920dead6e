import { ContractProcedure, oc, type Schema, type } from '@orpc/contract'
import { z } from 'zod'
import type { DomainErrorData } from './domain-error.ts'
import type { OperationGroup } from './features/access/access-matrix.ts'
import type { SecondPersonKey } from './features/access/second-person.ts'
import { ticket } from './ids.ts'
import { type Saved, seenOf } from './kernel/seen.ts'

const errors = {
  /** The rule that was broken, as data; domainErrorMessage turns it into a sentence. */
  DOMAIN_ERROR: { status: 409, data: type<DomainErrorData>() },
  /** An unexpected error; the log has the stack under this incident number. */
  UNEXPECTED: { status: 500, data: type<{ incident: string }>() },
}

export type OperationErrors = typeof errors
export type OperationKind = 'query' | 'command' | 'task' | 'stream'

/** The fields of an operation, no others allowed; or a schema for more complex input. */
type Given = z.ZodRawShape | z.ZodType
type InputOf<Taken extends Given> = Taken extends z.ZodType
  ? Taken
  : Taken extends z.ZodRawShape
    ? z.ZodObject<Taken, z.core.$strict>
    : never

/** Text for the history. A query has one only if opening personal data is recorded. */
type Label<Kind extends OperationKind> = Kind extends 'stream' ? null : Kind extends 'query' ? string | null : string

type Operation<Taken extends Given, Output, Kind extends OperationKind> = ContractProcedure<
  InputOf<Taken>,
  Schema<Output, Output>,
  OperationErrors,
  { kind: Kind; group: OperationGroup; label: Label<Kind>; second?: SecondPersonKey }
>

function operation<Taken extends Given, Output, Kind extends OperationKind>(
  kind: Kind,
  group: OperationGroup,
  label: Label<Kind>,
  taken: Taken,
  output: Schema<Output, Output> = type<unknown>() as Schema<Output, Output>,
): Operation<Taken, Output, Kind> {
  const input = (taken instanceof z.ZodType ? taken : z.strictObject(taken)) as InputOf<Taken>
  return oc.$meta({ kind, group, label }).errors(errors).input(input).output(output)
}

/** Reads. Its handler gets a database that refuses to write. `group` says who may: row and deed of features/access/access-matrix.ts. */
export function query<Taken extends Given, Output>(
  group: OperationGroup,
  taken: Taken,
  output: Schema<Output, Output>,
) {
  return operation('query', group, null, taken, output)
}

/** A query that opens personal data: its handler names the person (`saw`), and the history records it with its label. */
export function opening<Taken extends Given, Output>(
  group: OperationGroup,
  label: string,
  taken: Taken,
  output: Schema<Output, Output>,
) {
  return operation('query', group, label, taken, output)
}

/** Writes: one synchronous transaction with at least one audit row, recorded in the history with its label. */
export function command<Taken extends Given, Output = void>(
  group: OperationGroup,
  label: string,
  taken: Taken,
  output?: Schema<Output, Output>,
) {
  return operation('command', group, label, taken, output)
}

/** A command that writes one record out of its form, `id` null for a new one; `more` comes beside it. */
export function saving<
  Id extends z.ZodType,
  Name extends string,
  Draft extends z.ZodType,
  More extends z.ZodRawShape = Record<never, never>,
>(group: OperationGroup, label: string, id: Id, form: Record<Name, Draft>, more?: More) {
  const [draft] = Object.values<Draft>(form) as [Draft]
  const taken = { ...more, id: id.nullable(), ...form, ...seenOf(draft) }
  return command(group, label, taken as typeof taken & More, type<Saved<z.infer<Id>>>())
}

/** Slow or outside work (PDF, Excel, files, dialogs) that reads before and writes after it, never in the middle. */
export function task<Taken extends Given, Output = void>(
  group: OperationGroup,
  label: string,
  taken: Taken,
  output?: Schema<Output, Output>,
) {
  return operation('task', group, label, taken, output)
}

/** How far long work is; `total` null while nobody knows. */
export type WorkProgress = { done: number; total: number | null }

/** What a task of seconds takes besides; for schemas of their own. */
export const workTicket = { ticket: ticket.nullable().default(null) }

/** A task of seconds: by its ticket the page asks how far it is (session.progress) and stops it (session.stop). */
export function longTask<Taken extends z.ZodRawShape, Output = void>(
  group: OperationGroup,
  label: string,
  taken: Taken,
  output?: Schema<Output, Output>,
) {
  return operation('task', group, label, { ...taken, ...workTicket }, output)
}

/** Needs a second person: the dispatcher refuses it until a person named by the rule has approved. */
export function bySecondPerson<Taken extends Given, Output, Kind extends 'command' | 'task'>(
  second: SecondPersonKey,
  procedure: Operation<Taken, Output, Kind>,
): Operation<Taken, Output, Kind> {
  const definition = procedure['~orpc']
  return new ContractProcedure({ ...definition, meta: { ...definition.meta, second } })
}

/** Sends events until it is closed; reads and writes nothing. */
export function stream<Taken extends Given, Output>(
  group: OperationGroup,
  taken: Taken,
  output: Schema<Output, Output>,
) {
  return operation('stream', group, null, taken, output)
}

export { type as output }
