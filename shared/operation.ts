import { type ContractProcedure, oc, type Schema, type } from '@orpc/contract'
import type { z } from 'zod'
import type { DomainErrorData } from './domain-error.ts'

const errors = {
  /** The rule that was broken, as data; domainErrorMessage turns it into a sentence. */
  DOMAIN_ERROR: { status: 409, data: type<DomainErrorData>() },
  /** Something nobody foresaw; the stack is in the log under this incident number. */
  UNEXPECTED: { status: 500, data: type<{ incident: string }>() },
}

export type OperationErrors = typeof errors
export type OperationKind = 'query' | 'command' | 'task'

type Operation<Input extends z.ZodType, Output, Kind extends OperationKind> = ContractProcedure<
  Input,
  Schema<Output, Output>,
  OperationErrors,
  { kind: Kind; label: Kind extends 'query' ? null : string }
>

/** Reads. Its handler gets a view of the database that refuses to write. */
export function query<Input extends z.ZodType, Output>(
  input: Input,
  output: Schema<Output, Output>,
): Operation<Input, Output, 'query'> {
  return oc
    .$meta({ kind: 'query' as const, label: null })
    .errors(errors)
    .input(input)
    .output(output)
}

/** Writes: one synchronous transaction that ends in at least one audit row. The history of changes says it by its label. */
export function command<Input extends z.ZodType, Output>(
  label: string,
  input: Input,
  output: Schema<Output, Output>,
): Operation<Input, Output, 'command'> {
  return oc
    .$meta({ kind: 'command' as const, label })
    .errors(errors)
    .input(input)
    .output(output)
}

/** Slow or outside work (PDF, Excel, files, dialogs) that reads before and writes after, never in the middle. */
export function task<Input extends z.ZodType, Output>(
  label: string,
  input: Input,
  output: Schema<Output, Output>,
): Operation<Input, Output, 'task'> {
  return oc
    .$meta({ kind: 'task' as const, label })
    .errors(errors)
    .input(input)
    .output(output)
}

export { type as output }
