import { Temporal } from 'temporal-polyfill'
import type { Approved, accessContract } from '../../../../shared/features/access/contract.ts'
import { secondPersonRules } from '../../../../shared/features/access/second-person.ts'
import type { ApprovalRequestId, OperatorId } from '../../../../shared/ids.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handler, TaskScope } from '../../scope.ts'
import { assertApprover, assertOpen } from './assert-approver.ts'
import { type Decision, decideRequest, insertRequest, type NewRequest } from './request-store.ts'
import { checkSecret } from './sign-in.ts'

/** From the approver's own page. */
export const approve: Handler<(typeof accessContract)['approve']> = async (scope, { id }) => {
  const { request, approver } = scope.read(({ db, at, operator }) => ({
    request: assertOpen(db, id, at),
    approver: operator?.id ?? null,
  }))
  return carryOut(scope, request, approver, (db, decision) => {
    assertOpen(db, id, scope.at)
    decideRequest(db, id, decision)
    return id
  })
}

/** On the requester's screen: request and approval in one step, all or nothing. */
export const approveHere: Handler<(typeof accessContract)['approveHere']> = async (
  scope,
  { operation, input, reason, approver, secret },
) => {
  const checked = scope.checkRequest(operation, input)
  const askedBy = scope.read(({ operator }) => operator?.id ?? null)
  if (askedBy === null) throw new DomainError({ code: 'no_second_person', operation })
  const text = JSON.stringify(checked.input)
  const request: NewRequest = { rule: checked.rule, operation, input: text, reason, askedBy, askedAt: scope.at }
  scope.read(({ db, at }) => assertApprover(db, request, approver, at))
  const { secret: known } = await checkSecret(scope, approver, secret)
  if (known.onceUntil !== null) throw new DomainError({ code: 'secret_must_change', kind: known.kind })
  return carryOut(scope, request, approver, (db, decision) => insertRequest(db, request, decision))
}

/** Carries it out at once in the name of both, or records the due date. */
async function carryOut(
  scope: TaskScope,
  request: NewRequest,
  approverId: OperatorId | null,
  decide: (db: WriteDatabase, decision: Decision) => ApprovalRequestId,
): Promise<Approved> {
  const { at } = scope
  const { requester, approver } = scope.read(({ db }) => assertApprover(db, request, approverId, at))
  const { waits } = secondPersonRules[request.rule]
  const decided = { decidedBy: approver.id, decidedAt: at }
  if (waits === 0) {
    const output = await scope.carryOut(request.operation, JSON.parse(request.input), requester, {
      by: approver.name,
      settle: db => decide(db, { state: 'DONE', ...decided, dueAt: null }),
    })
    return { output: output ?? null, dueAt: null }
  }
  const dueAt = Temporal.PlainDateTime.from(at).add({ days: waits }).toString({ smallestUnit: 'second' })
  scope.write(({ db, record }) => {
    const id = decide(db, { state: 'APPROVED', ...decided, dueAt })
    record('approval', id, { state: 'WAITING' }, { state: 'APPROVED', agreedBy: approver.name, dueAt })
  })
  return { output: null, dueAt }
}
