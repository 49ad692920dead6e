import type { ApprovalRequest, accessContract } from '../../../../shared/features/access/contract.ts'
import { secondPersonRules } from '../../../../shared/features/access/second-person.ts'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Person } from '../../desk.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { approve, approveHere } from './approve-request.ts'
import { assertApprover, assertOpen } from './assert-approver.ts'
import { carryOutDue } from './carry-out-due.ts'
import { findOperator } from './operator-store.ts'
import {
  decideRequest,
  endRequest,
  findRequest,
  insertRequest,
  listRequests,
  type StoredRequest,
  shortSubjectOf,
  subjectOf,
} from './request-store.ts'
import { approversFor, type RequestOperations } from './second-person.ts'

/** Days for which answered requests are shown to those concerned. */
const shownFor = 7

export const requestHandlers: Handlers<Pick<typeof accessContract, RequestOperations>> = {
  requests({ db, at, today, operator }) {
    return listRequests(db, addDays(today, -shownFor)).flatMap(row => {
      const request = asShown(db, row, operator, at)
      const concerns = request.own || request.mayDecide || row.decidedBy === operator?.id
      return concerns || operator?.roles.includes('admin') ? [request] : []
    })
  },

  ask({ db, at, operator, record, checkRequest }, { operation, input, reason }) {
    const checked = checkRequest(operation, input)
    const approvers = approversFor(db, operator, checked.rule, checked.input, at)
    if (operator.id === null || !approvers) throw new DomainError({ code: 'no_second_person', operation })
    const id = insertRequest(db, {
      rule: checked.rule,
      operation,
      input: JSON.stringify(checked.input),
      reason,
      askedBy: operator.id,
      askedAt: at,
    })
    record('approval', id, null, { operation, reason })
    return { id, approvers: approvers.people.map(({ name }) => name) }
  },

  approve,
  approveHere,
  carryOutDue,

  reject({ db, at, operator, record }, { id, reason }) {
    const request = assertOpen(db, id, at)
    assertApprover(db, request, operator.id, at)
    decideRequest(db, id, { state: 'REJECTED', decidedBy: operator.id, decidedAt: at, dueAt: null }, reason)
    record('approval', id, { state: request.state }, { state: 'REJECTED', reason })
  },

  withdraw({ db, at, operator, record }, { id }) {
    const request = found(findRequest(db, id), 'approval')
    if (request.state !== 'APPROVED') assertOpen(db, id, at)
    if (!mayWithdraw(request, operator)) throw new DomainError({ code: 'request_settled' })
    endRequest(db, id, 'WITHDRAWN')
    record('approval', id, { state: request.state }, { state: 'WITHDRAWN' })
  },
}

/** Requester and approver may stop it until it is carried out. */
function mayWithdraw(request: StoredRequest, operator: Person | null): boolean {
  const open = request.state === 'WAITING' || request.state === 'APPROVED'
  return open && operator?.id != null && (request.askedBy === operator.id || request.decidedBy === operator.id)
}

function asShown(db: ReadDatabase, row: StoredRequest, operator: Person | null, at: string): ApprovalRequest {
  const requester = findOperator(db, row.askedBy)
  const expired = row.state === 'WAITING' && row.answerBy < at.slice(0, 10)
  const waiting = row.state === 'WAITING' && !expired
  const input: unknown = JSON.parse(row.input)
  const approvers = requester && waiting ? approversFor(db, requester, row.rule, input, at) : null
  const { id, reason, askedAt, answerBy, decidedAt, note, dueAt } = row
  return {
    ...{ id, reason, askedAt, answerBy, decidedAt, note, dueAt },
    label: secondPersonRules[row.rule].label,
    actAsNoun: `${secondPersonRules[row.rule].noun} ${shortSubjectOf(db, row.rule, input)}`.trim(),
    subject: subjectOf(db, row.rule, input),
    askedBy: requester?.name ?? '',
    state: expired ? 'EXPIRED' : row.state,
    roles: [...(approvers?.roles ?? [])],
    approvers: approvers?.people.map(({ name }) => name) ?? [],
    decidedBy: row.decidedBy === null ? null : (findOperator(db, row.decidedBy)?.name ?? null),
    own: row.askedBy === operator?.id,
    mayDecide: approvers?.people.some(one => one.id === operator?.id) ?? false,
    mayWithdraw: !expired && mayWithdraw(row, operator),
  }
}
