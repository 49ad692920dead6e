import type { ConsentDraft } from '../../../../shared/features/rights/consent.ts'
import type { Consent } from '../../../../shared/features/rights/contract.ts'
import { type ConsentId, consentId, type TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'

type Row = Omit<Consent, 'withdrawn'> & {
  traineeId: TraineeId
  withdrawnOn: PlainDate | null
  withdrawnAt: string | null
  withdrawnBy: string | null
}

const columns = `id, trainee_id AS traineeId, signed_on AS signedOn, signer, guardian, basis, file_id AS fileId, recorded_at AS at,
  recorded_by AS by, withdrawn_on AS withdrawnOn, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy`

/** Latest first. */
export function consentsOf(db: ReadDatabase, traineeId: number): Consent[] {
  return db
    .all<Row>(`SELECT ${columns} FROM trainee_consent WHERE trainee_id = ? ORDER BY id DESC`, [traineeId])
    .map(({ traineeId: _, withdrawnOn, withdrawnAt, withdrawnBy, ...row }) => ({
      ...row,
      withdrawn:
        withdrawnOn === null || withdrawnAt === null || withdrawnBy === null
          ? null
          : { on: withdrawnOn, at: withdrawnAt, by: withdrawnBy },
    }))
}

export function findConsent(db: ReadDatabase, id: number): Row | undefined {
  return db.get<Row>(`SELECT ${columns} FROM trainee_consent WHERE id = ?`, [id])
}

export function insertConsent(db: WriteDatabase, traineeId: number, consent: ConsentDraft, who: Who): ConsentId {
  const id = db.insert(
    'trainee_consent',
    'trainee_id, signed_on, signer, guardian, basis, recorded_at: at, recorded_by: by',
    { traineeId, ...consent, ...who },
  )
  return consentId.parse(id)
}

export function withdraw(db: WriteDatabase, id: number, on: PlainDate, who: Who): void {
  db.update('trainee_consent', 'withdrawn_on: on, withdrawn_at: at, withdrawn_by: by', { id, on, ...who })
}

/** @throws DomainError not_found if the consent is not of this person */
export function proveConsent(db: WriteDatabase, traineeId: number, id: number, fileId: number): void {
  const { changes } = db.run('UPDATE trainee_consent SET file_id = ? WHERE id = ? AND trainee_id = ?', [
    fileId,
    id,
    traineeId,
  ])
  if (changes === 0) throw new DomainError({ code: 'not_found', entity: 'consent' })
}
