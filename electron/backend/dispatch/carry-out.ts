import { reachOf, rolesWith } from '../../../shared/features/access/access-matrix.ts'
import type { Person } from '../desk.ts'
import { DomainError } from '../domain-error.ts'
import type { Approval, CheckedRequest } from '../scope.ts'
import type { AnyHandler, Call, Dispatcher } from './call.ts'

/** Validates a request for a second person. @throws DomainError no_second_person */
export function checkRequest({ known }: Dispatcher, operation: string, input: unknown): CheckedRequest {
  const found = known.get(operation)
  const reading = found?.schema?.['~standard'].validate(input) as { value?: unknown; issues?: unknown } | undefined
  if (!found?.meta.second || !reading || reading.issues || reading instanceof Promise)
    throw new DomainError({ code: 'no_second_person', operation })
  return { rule: found.meta.second, input: reading.value }
}

/**
 * The call of an approved operation. It is made in the name of the requester, who must still be allowed to do it, from the desk of the approval.
 * @throws DomainError no_second_person, not_allowed
 */
export function approvedCall(
  dispatcher: Dispatcher,
  from: Call,
  operation: string,
  input: unknown,
  by: Person,
  approval: Approval,
): { call: Call; handler: AnyHandler } {
  const checked = checkRequest(dispatcher, operation, input)
  const known = dispatcher.known.get(operation)
  if (!known) throw new DomainError({ code: 'no_second_person', operation })
  const { handler, meta } = known
  const { group, label } = meta
  if (reachOf(by.roles, group) === null)
    throw new DomainError({ code: 'not_allowed', label, group, roles: rolesWith(group), holders: [] })
  const call = { ...from, ...meta, operation, input: checked.input, request: null, by }
  return { call: { ...call, approval: settledOnce(approval) }, handler }
}

/** A task may write several times: the first transaction records the approval, later ones belong to it. */
function settledOnce({ by, settle }: Approval): Approval {
  let id: ReturnType<typeof settle> | undefined
  return {
    by,
    settle(db) {
      id ??= settle(db)
      return id
    },
  }
}
