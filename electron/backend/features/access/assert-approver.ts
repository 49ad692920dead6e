import type { ApprovalRequestId, OperatorId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { findOperator, type Operator } from './operator-store.ts'
import { findRequest, type StoredRequest } from './request-store.ts'
import { approversFor } from './second-person.ts'

/** @throws DomainError not_found, request_settled */
export function assertOpen(db: ReadDatabase, id: ApprovalRequestId, at: string): StoredRequest {
  const request = found(findRequest(db, id), 'approval')
  if (request.state !== 'WAITING' || request.answerBy < at.slice(0, 10))
    throw new DomainError({ code: 'request_settled' })
  return request
}

/** Whether this person may approve; returns requester and approver. @throws DomainError own_request, not_approver, request_settled */
export function assertApprover(
  db: ReadDatabase,
  { askedBy, rule, input }: Pick<StoredRequest, 'askedBy' | 'rule' | 'input'>,
  approverId: OperatorId | null,
  at: string,
): { requester: Operator; approver: { id: OperatorId; name: string } } {
  const requester = found(findOperator(db, askedBy), 'operator')
  const approvers = approversFor(db, requester, rule, JSON.parse(input), at)
  // No approval is needed any more, or the requester's account was deactivated.
  if (!approvers || requester.disabledAt !== null) throw new DomainError({ code: 'request_settled' })
  if (approverId === askedBy)
    throw new DomainError({ code: 'own_request', approvers: approvers.people.map(({ name }) => name) })
  const approver = approvers.people.find(({ id }) => id === approverId)
  if (!approver) throw new DomainError({ code: 'not_approver', roles: [...approvers.roles] })
  return { requester, approver }
}
