import type { ApprovalRequest } from '../../../../shared/features/access/contract.ts'
import { requestDays, type SecondPersonKey } from '../../../../shared/features/access/second-person.ts'
import { type ApprovalRequestId, approvalRequestId, type OperatorId } from '../../../../shared/ids.ts'
import { addDays, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export type StoredRequest = {
  id: ApprovalRequestId
  rule: SecondPersonKey
  operation: string
  input: string
  reason: string
  askedBy: OperatorId
  askedAt: string
  answerBy: PlainDate
  state: Exclude<ApprovalRequest['state'], 'EXPIRED'>
  decidedBy: OperatorId | null
  decidedAt: string | null
  note: string
  dueAt: string | null
}

export type NewRequest = Pick<StoredRequest, 'rule' | 'operation' | 'input' | 'reason' | 'askedBy' | 'askedAt'>
export type Decision = Pick<StoredRequest, 'state' | 'decidedBy' | 'decidedAt' | 'dueAt'>

const columns = `id, rule, operation, input, reason, asked_by AS askedBy, asked_at AS askedAt, answer_by AS answerBy, state, decided_by AS decidedBy,
  decided_at AS decidedAt, note, due_at AS dueAt`

/** `decision`: if it is approved in the same step. */
export function insertRequest(
  db: WriteDatabase,
  request: NewRequest,
  decision: Decision = { state: 'WAITING', decidedBy: null, decidedAt: null, dueAt: null },
): ApprovalRequestId {
  const answerBy = addDays(request.askedAt.slice(0, 10) as PlainDate, requestDays)
  return approvalRequestId.parse(
    db.insert(
      'approval_request',
      'rule, operation, input, reason, asked_by, asked_at, answer_by, state, decided_by, decided_at, due_at',
      { ...request, ...decision, answerBy },
    ),
  )
}

export function findRequest(db: ReadDatabase, id: ApprovalRequestId): StoredRequest | undefined {
  return db.get<StoredRequest>(`SELECT ${columns} FROM approval_request WHERE id = ?`, [id])
}

/** Whether reopening a closed day needs a second person; a rule of the centre. */
export function reopensByTwo(db: ReadDatabase): boolean {
  return db.value<number>('SELECT reopen_by_two FROM rules') === 1
}

/** Open requests, and those made or decided since that time, latest first. */
export function listRequests(db: ReadDatabase, since: string): StoredRequest[] {
  return db.all<StoredRequest>(
    `SELECT ${columns} FROM approval_request
     WHERE state IN ('WAITING', 'APPROVED') OR decided_at >= @since OR asked_at >= @since ORDER BY id DESC LIMIT 200`,
    { since },
  )
}

/** Approved requests that are due. */
export function dueRequests(db: ReadDatabase, at: string): StoredRequest[] {
  return db.all<StoredRequest>(
    `SELECT ${columns} FROM approval_request WHERE state = 'APPROVED' AND due_at <= ? ORDER BY id`,
    [at],
  )
}

export function decideRequest(db: WriteDatabase, id: ApprovalRequestId, decision: Decision, note = ''): void {
  db.update('approval_request', 'state, decided_by, decided_at, due_at, note', { id, ...decision, note })
}

/** Final state of a request. */
export function endRequest(db: WriteDatabase, id: ApprovalRequestId, state: StoredRequest['state'], note = ''): void {
  db.update('approval_request', 'state, note', { id, state, note })
}

/** Subject of an act, as text; '' if there is none. */
export function subjectOf(db: ReadDatabase, rule: SecondPersonKey, input: unknown): string {
  const fields = input as { id?: number; ids?: number[]; code?: string; n?: number; person?: { name?: string } }
  switch (rule) {
    case 'revoke': {
      const paper = db.get<{ number: string; name: string | null }>(
        "SELECT number, facts ->> '$.name' AS name FROM certificate WHERE id = ?",
        [fields.id ?? 0],
      )
      return paper ? [paper.number, paper.name].filter(Boolean).join(', ') : ''
    }
    case 'reopen': {
      const title = db.get<{ title: string }>('SELECT title FROM cohort WHERE code = ?', [fields.code ?? ''])?.title
      return `hari ke-${fields.n}, ${title ?? fields.code}`
    }
    case 'erase': {
      const ids = fields.ids ?? []
      const name = db.get<{ name: string }>('SELECT name FROM trainee WHERE id = ?', [ids[0] ?? 0])?.name
      return ids.length === 1 ? (name ?? '') : `${ids.length} peserta`
    }
    case 'makeAdmin':
      return fields.person?.name ?? ''
  }
}

/** A short subject for a button: the running number of a paper, the number of a day. */
export function shortSubjectOf(db: ReadDatabase, rule: SecondPersonKey, input: unknown): string {
  const { id, code, n } = input as { id?: number; code?: string; n?: number }
  if (rule === 'revoke')
    return (
      db.get<{ sequence: string }>("SELECT printf('%04d', sequence) AS sequence FROM certificate WHERE id = ?", [
        id ?? 0,
      ])?.sequence ?? ''
    )
  return rule === 'reopen' ? `hari ke-${n} ${code}` : subjectOf(db, rule, input)
}

/** Who closed a day last. */
export function lastClosing(db: ReadDatabase, code: string, n: number): { operator: string; at: string } | undefined {
  return db.get<{ operator: string; at: string }>(
    `SELECT operator, at FROM audit WHERE entity = 'cohort_day' AND entity_id = ? AND operation IN ('attendance.closeDay', 'attendance.closeDays')
     ORDER BY id DESC LIMIT 1`,
    [`${code} ${n}`],
  )
}
