import type { PersonState } from '../../../../shared/features/trainee/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'

type Row = { name: string; since: string | null; anonymous: 0 | 1 }

function stateRow(db: ReadDatabase, traineeId: number): Row {
  return found(
    db.get<Row>(
      `SELECT name, (SELECT frozen_at FROM trainee_freeze WHERE trainee_id = trainee.id AND thawed_at IS NULL) AS since,
         EXISTS (SELECT 1 FROM trainee_anonymity WHERE trainee_id = trainee.id) AS anonymous
       FROM trainee WHERE id = ?`,
      [traineeId],
    ),
    'trainee',
  )
}

export function stateOf(db: ReadDatabase, traineeId: number): PersonState {
  const { since, anonymous } = stateRow(db, traineeId)
  return anonymous === 1 ? 'ANONYMOUS' : since === null ? 'OPEN' : 'FROZEN'
}

/**
 * Call it before every operation that reads or changes more of a person than a running class needs. The schema enforces the same with
 * `closed_trainee`.
 * @throws DomainError not_found, person_frozen, person_anonymised
 */
export function assertUsable(db: ReadDatabase, traineeId: number): void {
  const { name, since } = assertNamed(db, traineeId)
  if (since !== null) throw new DomainError({ code: 'person_frozen', name, since: since.slice(0, 10) as PlainDate })
}

/** @throws DomainError not_found, person_anonymised */
export function assertNamed(db: ReadDatabase, traineeId: number): Omit<Row, 'anonymous'> {
  const { anonymous, ...row } = stateRow(db, traineeId)
  if (anonymous === 1) throw new DomainError({ code: 'person_anonymised' })
  return row
}
