import { createHash } from 'node:crypto'
import type { OperationKind } from '../../../shared/operation.ts'
import type { ReadDatabase, WriteDatabase } from '../database/connection.ts'
import type { Desk, Person } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import { findDoneRequest, noteDoneRequest } from '../features/desk/desk-store.ts'

/** A request with a number of its desk. `noted` once it has written something. */
export type NumberedRequest = { readonly number: string; noted: boolean }

type Call = {
  readonly operation: string
  readonly kind: OperationKind
  readonly desk: Desk
  readonly input: unknown
  readonly request: NumberedRequest | null
}

/** Ms for which request numbers are remembered. */
const keptFor = 2 * 24 * 60 * 60_000

/**
 * The answer of an earlier execution of this request, whose answer was lost with the connection. A task writes in steps, so only its completion is
 * reported.
 * @throws DomainError request_reused, request_done
 */
export function findDone(db: ReadDatabase, call: Call, person: Person | null): { answer: unknown } | null {
  const { request, desk } = call
  if (request === null || request.noted || desk.device === null) return null
  const done = findDoneRequest(db, desk.device, request.number)
  if (!done) return null
  if (done.digest !== digestOf(call, person)) throw new DomainError({ code: 'request_reused' })
  if (done.answer === null) throw new DomainError({ code: 'request_done' })
  return { answer: (JSON.parse(done.answer) as { value?: unknown }).value }
}

/** Call it in the transaction of the act, so that both are committed or neither. */
export function noteDone(db: WriteDatabase, call: Call, person: Person | null, answer: unknown, at: string): void {
  const { request, desk, kind } = call
  if (request === null || request.noted || desk.device === null) return
  const done = {
    deskId: desk.device,
    number: request.number,
    digest: digestOf(call, person),
    answer: kind === 'command' ? JSON.stringify({ value: answer }) : null,
    at,
  }
  noteDoneRequest(db, done, new Date(Date.parse(`${at}Z`) - keptFor).toISOString().slice(0, 19))
  request.noted = true
}

function digestOf({ operation, input }: Call, person: Person | null): string {
  const facts = JSON.stringify([operation, person?.id ?? null, input])
  return createHash('sha256').update(facts).digest('hex')
}
