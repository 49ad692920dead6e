import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { accessContract } from '../../../../shared/features/access/contract.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handler, TaskScope } from '../../scope.ts'
import { findOperator } from './operator-store.ts'
import { decideRequest, dueRequests, endRequest, type StoredRequest } from './request-store.ts'

/** Carries out approved requests whose waiting time is over. Failed ones get the reason as a note. */
export const carryOutDue: Handler<(typeof accessContract)['carryOutDue']> = async scope => {
  const { workspace, read } = scope
  if (workspace.openingError || workspace.inPractice) return { done: 0, failed: 0 }
  const due = read(({ db, at }) => dueRequests(db, at))
  let failed = 0
  for (const request of due) {
    const why = await carryOutOne(scope, request)
    if (why === null) continue
    failed += 1
    scope.write(({ db, record }) => {
      endRequest(db, request.id, 'FAILED', why)
      record('approval', request.id, { state: request.state }, { state: 'FAILED', why })
    })
  }
  return { done: due.length - failed, failed }
}

/** Null if done; otherwise why it failed. */
async function carryOutOne(scope: TaskScope, request: StoredRequest): Promise<string | null> {
  const { id, operation, input, askedBy, decidedBy, decidedAt } = request
  const [requester, approver] = scope.read(({ db }) => [
    found(findOperator(db, askedBy), 'operator'),
    decidedBy === null ? undefined : findOperator(db, decidedBy),
  ])
  try {
    await scope.carryOut(operation, JSON.parse(input), requester, {
      by: approver?.name ?? '',
      settle(db) {
        decideRequest(db, id, { state: 'DONE', decidedBy, decidedAt, dueAt: null })
        return id
      },
    })
    return null
  } catch (error) {
    if (error instanceof DomainError) return domainErrorMessage(error.data)
    throw error
  }
}
