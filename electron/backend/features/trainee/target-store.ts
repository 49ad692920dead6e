import type { Evidence, Restricted } from '../../../../shared/features/trainee/contract.ts'
import {
  type EvidenceSource,
  openGroups,
  type TargetEvidenceDraft,
  type TargetGroup,
} from '../../../../shared/features/trainee/target-evidence.ts'
import { type EvidenceId, evidenceId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'

/** The restricted part of an evidence. */
type RestrictedEvidence = Restricted['evidence'][number]

type Stored = Omit<Evidence, 'groups'> & { poor: 0 | 1; extremePoor: 0 | 1 }

/** Columns of enrolment_target from a LEFT JOIN: an enrolment may have none. */
export type AdmissionTarget =
  | { source: EvidenceSource; poor: 0 | 1; extremePoor: 0 | 1; dataDate: PlainDate }
  | { source: null; poor: null; extremePoor: null; dataDate: null }

/** @throws DomainError not_found if the evidence is not of this person */
export function proveEvidence(db: WriteDatabase, traineeId: number, id: number, fileId: number): void {
  const { changes } = db.run('UPDATE target_evidence SET file_id = ? WHERE id = ? AND trainee_id = ?', [
    fileId,
    id,
    traineeId,
  ])
  if (changes === 0) throw new DomainError({ code: 'not_found', entity: 'file' })
}

const columns = `target_evidence.id, source, poor, extreme_poor AS extremePoor, data_date AS dataDate, file_id AS fileId,
  recorded_at AS at, recorded_by AS by`

/** All evidence of a person without restricted data, latest first. */
export function evidenceOf(db: ReadDatabase, traineeId: number): Evidence[] {
  return db
    .all<Stored>(`SELECT ${columns} FROM target_evidence WHERE trainee_id = ? ORDER BY id DESC`, [traineeId])
    .map(({ poor, extremePoor, ...row }) => ({ ...row, groups: openGroups(poor, extremePoor) }))
}

/** Only for the command that records the access. */
export function restrictedEvidenceOf(db: ReadDatabase, traineeId: number): RestrictedEvidence[] {
  return db.all(
    `SELECT target_evidence.id, stunting AS "stunting?", decile FROM target_evidence
       JOIN target_evidence_restricted ON evidence_id = target_evidence.id
       WHERE trainee_id = ? ORDER BY target_evidence.id DESC`,
    [traineeId],
  )
}

export function insertEvidence(
  db: WriteDatabase,
  traineeId: number,
  { source, groups, decile, dataDate }: TargetEvidenceDraft,
  who: Who,
): EvidenceId {
  const holds = (group: TargetGroup) => Number(groups.includes(group))
  const id = db.insert(
    'target_evidence',
    'trainee_id, source, poor, extreme_poor, data_date, recorded_at: at, recorded_by: by',
    { traineeId, source, poor: holds('POOR'), extremePoor: holds('EXTREME_POOR'), dataDate, ...who },
  )
  db.insert('target_evidence_restricted', 'evidence_id, stunting, decile', {
    evidenceId: id,
    stunting: holds('STUNTING'),
    decile,
  })
  return evidenceId.parse(id)
}

/** An evidence for the audit: which restricted fields it has, without values. */
export function auditOfEvidence({ groups, decile, source, dataDate }: TargetEvidenceDraft) {
  const open = groups.filter(group => group !== 'STUNTING')
  return { source, dataDate, groups: open, restricted: decile === null ? ['stunting'] : ['stunting', 'decile'] }
}
