import { type EventKind, type Progress, progressOf } from '../../../../shared/features/registration/applicant-state.ts'
import type { ResultEntry } from '../../../../shared/features/registration/contract.ts'
import type { Ranked, StageResults } from '../../../../shared/features/registration/ranking.ts'
import type { Outcome, Priority, StageKind } from '../../../../shared/features/registration/registration.ts'
import type { ApplicantId, RegistrationId, TraineeId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'

type EventRecord = {
  id: number
  kind: EventKind
  reason: string
  replaces: ApplicantId | null
  at: string
  by: string
}

export type ApplicantRecord = {
  id: ApplicantId
  registrationId: RegistrationId
  traineeId: TraineeId
  number: number
  registeredOn: PlainDate
  priority: Priority
  name: string
  nik: string
  sex: 'L' | 'P'
  villageCode: string | null
  phone: string
  tiePosition: number | null
  tieReason: string
  override: Outcome | null
  overrideReason: string
  results: StageResults
  /** Oldest first. */
  events: EventRecord[]
  /** Enrolment in the class of the registration, unless it was cancelled; null if there is none. */
  enrolment: { leftKind: 'withdrawn' | 'expelled' | null; leftAfterDay: number | null } | null
  progress: Progress
}

type Row = Omit<ApplicantRecord, 'results' | 'events' | 'enrolment' | 'progress'> & {
  enrolmentId: number | null
  leftKind: 'withdrawn' | 'expelled' | null
  leftAfterDay: number | null
}

/** All applicants by number. */
export function applicantsOf(db: ReadDatabase, registrationId: number): ApplicantRecord[] {
  const rows = db.all<Row>(
    `SELECT applicant.id, registration_id AS registrationId, applicant.trainee_id AS traineeId, applicant.number, registered_on AS registeredOn, priority,
       trainee.name, nik, sex, village_code AS villageCode, phone, tie_position AS tiePosition, tie_reason AS tieReason,
       override, override_reason AS overrideReason,
       enrolment.id AS enrolmentId, left_kind AS leftKind, left_after_day AS leftAfterDay
     FROM applicant JOIN trainee ON trainee.id = applicant.trainee_id
     JOIN registration ON registration.id = registration_id
     LEFT JOIN cohort ON cohort.id = registration.cohort_id AND cohort.cancelled_at IS NULL
     LEFT JOIN enrolment ON enrolment.cohort_id = cohort.id AND enrolment.trainee_id = applicant.trainee_id
     WHERE registration_id = ? ORDER BY applicant.number`,
    [registrationId],
  )
  const results = Map.groupBy(
    db.all<{ applicantId: number; kind: StageKind; met: 0 | 1 | null; score: number | null }>(
      `SELECT applicant_id AS applicantId, kind, met, score FROM stage_result
       JOIN applicant ON applicant.id = applicant_id WHERE registration_id = ?`,
      [registrationId],
    ),
    row => row.applicantId,
  )
  const events = Map.groupBy(
    db.all<EventRecord & { applicantId: number }>(
      `SELECT applicant_event.id, applicant_id AS applicantId, kind, reason, replaces, recorded_at AS at, recorded_by AS by
       FROM applicant_event JOIN applicant ON applicant.id = applicant_id WHERE registration_id = ? ORDER BY applicant_event.id`,
      [registrationId],
    ),
    row => row.applicantId,
  )
  return rows.map(({ enrolmentId, leftKind, leftAfterDay, ...row }) => {
    const own = results.get(row.id) ?? []
    const score = (kind: StageKind) => own.find(result => result.kind === kind)?.score ?? null
    const history = (events.get(row.id) ?? []).map(({ applicantId: _, ...event }) => event)
    const met = own.find(result => result.kind === 'ADMINISTRATION')?.met ?? null
    return {
      ...row,
      results: { ADMINISTRATION: met === null ? null : met === 1, TEST: score('TEST'), INTERVIEW: score('INTERVIEW') },
      events: history,
      enrolment: enrolmentId === null ? null : { leftKind, leftAfterDay },
      progress: progressOf(history, enrolmentId === null ? 'none' : leftKind === null ? 'member' : 'left'),
    }
  })
}

/** @throws DomainError not_found */
export function registrationOfApplicant(db: ReadDatabase, applicantId: number): RegistrationId {
  return found(
    db.get<{ id: RegistrationId }>('SELECT registration_id AS id FROM applicant WHERE id = ?', [applicantId]),
    'applicant',
  ).id
}

export function insertApplicant(
  db: WriteDatabase,
  applicant: { registrationId: number; traineeId: number; number: number; registeredOn: PlainDate; priority: Priority },
): void {
  db.insert('applicant', 'registration_id, trainee_id, number, registered_on, priority', applicant)
}

export function deleteApplicant(db: WriteDatabase, id: number): void {
  db.run('DELETE FROM applicant WHERE id = ?', [id])
}

/** Position within a tie, and the reason. */
export function saveTiePosition(db: WriteDatabase, id: number, position: number, reason: string): void {
  db.update('applicant', 'tie_position, tie_reason', { tiePosition: position, tieReason: reason, id })
}

export function saveOverride(db: WriteDatabase, id: number, decision: Outcome | null, reason: string): void {
  db.update('applicant', 'override, override_reason', {
    override: decision,
    overrideReason: decision === null ? '' : reason,
    id,
  })
}

/**
 * Priority group of a person on the day of registration, from the newest evidence. Restricted parts (stunting, decile) must not affect an order that
 * others can see.
 */
export function firstPriority(db: ReadDatabase, traineeId: number): Priority {
  const evidence = db.get<{ poor: number; extremePoor: number }>(
    'SELECT poor, extreme_poor AS extremePoor FROM target_evidence WHERE trainee_id = ? ORDER BY id DESC LIMIT 1',
    [traineeId],
  )
  if (evidence?.extremePoor === 1) return 'EXTREME_POOR'
  return evidence?.poor === 1 ? 'POOR' : 'GENERAL'
}

export function writeResults(db: WriteDatabase, entry: ResultEntry): void {
  const { applicantId, priority, administration, test, interview } = entry
  if (priority !== undefined) db.update('applicant', 'priority', { priority, id: applicantId })
  if (administration !== undefined) {
    writeResult(db, applicantId, 'ADMINISTRATION', { met: administration, score: null })
  }
  if (test !== undefined) writeResult(db, applicantId, 'TEST', { met: null, score: test })
  if (interview !== undefined) writeResult(db, applicantId, 'INTERVIEW', { met: null, score: interview })
}

function writeResult(
  db: WriteDatabase,
  applicantId: number,
  kind: StageKind,
  result: { met: boolean | null; score: number | null },
): void {
  db.run('DELETE FROM stage_result WHERE applicant_id = ? AND kind = ?', [applicantId, kind])
  if (result.met === null && result.score === null) return
  db.insert('stage_result', 'applicant_id, kind, met, score', { applicantId, kind, ...result })
}

export function insertEvent(
  db: WriteDatabase,
  event: { applicantId: number; kind: EventKind; reason: string; replaces: number | null; at: string; by: string },
): void {
  db.insert('applicant_event', 'applicant_id, kind, reason, replaces, recorded_at: at, recorded_by: by', event)
}

export type DecisionRecord = { applicantId: ApplicantId; ranked: Omit<Ranked, 'id'>; fromEmptyVillage: boolean }

/** Stipulated decisions, by rank. */
export function decisionsOf(db: ReadDatabase, registrationId: number): DecisionRecord[] {
  return db
    .all<{ applicantId: ApplicantId; ranked: string; fromEmptyVillage: 0 | 1 }>(
      `SELECT applicant_id AS applicantId, ranked, from_empty_village AS fromEmptyVillage FROM selection_decision
       WHERE registration_id = ? ORDER BY position`,
      [registrationId],
    )
    .map(row => ({ ...row, ranked: JSON.parse(row.ranked), fromEmptyVillage: row.fromEmptyVillage === 1 }))
}

export function insertDecision(
  db: WriteDatabase,
  registrationId: number,
  position: number,
  { id, ...ranked }: Ranked,
  fromEmptyVillage: boolean,
): void {
  db.insert(
    'selection_decision',
    'applicant_id, registration_id, position, ranked, decision, reserve, from_empty_village',
    {
      applicantId: id,
      registrationId,
      position,
      ranked,
      decision: ranked.decision,
      reserve: ranked.reserve,
      fromEmptyVillage,
    },
  )
}
