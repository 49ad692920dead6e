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
type InputShape = z.ZodRawShape | z.ZodType
type InputOf<Input extends InputShape> = Input extends z.ZodType
  ? Input
  : Input extends z.ZodRawShape
    ? z.ZodObject<Input, z.core.$strict>
    : never

/** Text for the history. A query has one only if opening personal data is recorded. */
type Label<Kind extends OperationKind> = Kind extends 'stream' ? null : Kind extends 'query' ? string | null : string

type Operation<Input extends InputShape, Output, Kind extends OperationKind> = ContractProcedure<
  InputOf<Input>,
  Schema<Output, Output>,
  OperationErrors,
  Omit<OperationMeta, 'kind' | 'label'> & { kind: Kind; label: Label<Kind> }
>

/** What the contract says about an operation besides its input and output. */
export type OperationMeta = {
  readonly kind: OperationKind
  readonly group: OperationGroup
  readonly label: string | null
  /** The rule of the second person. */
  readonly second?: SecondPersonKey
  /** Whether this input asks for the password again. */
  readonly confirm?: (input: never) => boolean
}

function operation<Input extends InputShape, Output, Kind extends OperationKind>(
  kind: Kind,
  group: OperationGroup,
  label: Label<Kind>,
  input: Input,
  output: Schema<Output, Output> = type<unknown>() as Schema<Output, Output>,
): Operation<Input, Output, Kind> {
  const schema = (input instanceof z.ZodType ? input : z.strictObject(input)) as InputOf<Input>
  return oc.$meta({ kind, group, label }).errors(errors).input(schema).output(output)
}

/** Reads. Its handler gets a database that refuses to write. `group` says who may: row and deed of features/access/access-matrix.ts. */
export function query<Input extends InputShape, Output>(
  group: OperationGroup,
  input: Input,
  output: Schema<Output, Output>,
) {
  return operation('query', group, null, input, output)
}

/** A query that opens personal data: its handler names the person (`saw`), and the history records it with its label. */
export function opening<Input extends InputShape, Output>(
  group: OperationGroup,
  label: string,
  input: Input,
  output: Schema<Output, Output>,
) {
  return operation('query', group, label, input, output)
}

/** Writes: one synchronous transaction with at least one audit row, recorded in the history with its label. */
export function command<Input extends InputShape, Output = void>(
  group: OperationGroup,
  label: string,
  input: Input,
  output?: Schema<Output, Output>,
) {
  return operation('command', group, label, input, output)
}

/** A command that saves one record from its form; `id` is null for a new one. `more`: further fields of the input. */
export function saving<
  Id extends z.ZodType,
  Name extends string,
  Draft extends z.ZodType,
  More extends z.ZodRawShape = Record<never, never>,
>(group: OperationGroup, label: string, id: Id, form: Record<Name, Draft>, more?: More) {
  const [draft] = Object.values<Draft>(form) as [Draft]
  const input = { ...more, id: id.nullable(), ...form, ...seenOf(draft) }
  return command(group, label, input as typeof input & More, type<Saved<z.infer<Id>>>())
}

/** Slow or outside work (PDF, Excel, files, dialogs) that reads before and writes after it, never in the middle. */
export function task<Input extends InputShape, Output = void>(
  group: OperationGroup,
  label: string,
  input: Input,
  output?: Schema<Output, Output>,
) {
  return operation('task', group, label, input, output)
}

/** How far long work is; `total` null while nobody knows. */
export type WorkProgress = { done: number; total: number | null }

/** The field that a long task adds to its input. `longTask` adds it; an input that is a schema of its own spreads it. */
export const workTicket = { ticket: ticket.nullable().default(null) }

/** A task of seconds: by its ticket the page asks how far it is (session.progress) and stops it (session.stop). */
export function longTask<Input extends z.ZodRawShape, Output = void>(
  group: OperationGroup,
  label: string,
  input: Input,
  output?: Schema<Output, Output>,
) {
  return operation('task', group, label, { ...input, ...workTicket }, output)
}

/** Needs a second person: the dispatcher refuses it until a person named by the rule has approved. */
export function bySecondPerson<Input extends InputShape, Output, Kind extends 'command' | 'task'>(
  second: SecondPersonKey,
  procedure: Operation<Input, Output, Kind>,
): Operation<Input, Output, Kind> {
  return withMeta(procedure, { second })
}

/** Irreversible, or exports restricted data: the dispatcher asks for the password again. With `when` only for such inputs. */
export function askingPassword<Input extends InputShape, Output, Kind extends 'command' | 'task'>(
  procedure: Operation<Input, Output, Kind>,
  when: (input: z.output<InputOf<Input>>) => boolean = () => true,
): Operation<Input, Output, Kind> {
  return withMeta(procedure, { confirm: when })
}

function withMeta<Input extends InputShape, Output, Kind extends OperationKind>(
  procedure: Operation<Input, Output, Kind>,
  more: Pick<OperationMeta, 'second' | 'confirm'>,
): Operation<Input, Output, Kind> {
  const definition = procedure['~orpc']
  return new ContractProcedure({ ...definition, meta: { ...definition.meta, ...more } })
}

/** Sends events until it is closed; reads and writes nothing. */
export function stream<Input extends InputShape, Output>(
  group: OperationGroup,
  input: Input,
  output: Schema<Output, Output>,
) {
  return operation('stream', group, null, input, output)
}

export { type as output }
