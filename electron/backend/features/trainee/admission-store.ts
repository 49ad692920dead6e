import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Copies the latest evidence of a person's target group into an enrolment, permanently. Does nothing without evidence. */
export function freezeTarget(db: WriteDatabase, enrolmentId: number, traineeId: number, at: string): void {
  const evidence = db.get<{ id: number }>(
    'SELECT id FROM target_evidence WHERE trainee_id = ? ORDER BY id DESC LIMIT 1',
    [traineeId],
  )
  if (evidence) copyEvidence(db, enrolmentId, evidence.id, at)
}

/**
 * Evidence may be handed in after admission: the first one recorded then applies to that class, if it was valid on the first day and the panel has
 * not decided. Frozen ones are kept. Returns the classes concerned.
 */
export function freezeLateEvidence(
  db: WriteDatabase,
  traineeId: number,
  evidence: { id: number; dataDate: string },
  at: string,
): string[] {
  const waiting = db.all<{ id: number; code: string }>(
    `SELECT enrolment.id, cohort.code FROM enrolment JOIN cohort ON cohort.id = enrolment.cohort_id
     WHERE trainee_id = @traineeId AND cohort.cancelled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM enrolment_target WHERE enrolment_id = enrolment.id)
       AND NOT EXISTS (SELECT 1 FROM panel WHERE panel.cohort_id = cohort.id)
       AND (SELECT min(date) FROM cohort_day WHERE cohort_day.cohort_id = cohort.id) >= @dataDate
     ORDER BY enrolment.id`,
    { traineeId, dataDate: evidence.dataDate },
  )
  for (const { id } of waiting) copyEvidence(db, id, evidence.id, at)
  return waiting.map(({ code }) => code)
}

function copyEvidence(db: WriteDatabase, enrolmentId: number, evidenceId: number, at: string): void {
  db.run(
    `INSERT INTO enrolment_target (enrolment_id, evidence_id, source, poor, extreme_poor, data_date, frozen_at)
     SELECT @enrolmentId, id, source, poor, extreme_poor, data_date, @at FROM target_evidence WHERE id = @evidenceId`,
    { enrolmentId, evidenceId, at },
  )
  db.run(
    `INSERT INTO enrolment_target_restricted (enrolment_id, stunting, decile)
     SELECT @enrolmentId, stunting, decile FROM target_evidence_restricted WHERE evidence_id = @evidenceId`,
    { enrolmentId, evidenceId },
  )
}

/** Only for the command that records the access: restricted data at each admission. */
export function restrictedAdmissions(
  db: ReadDatabase,
  traineeId: number,
): { cohort: string; stunting: boolean; decile: number | null }[] {
  return db.all(
    `SELECT cohort.title AS cohort, stunting AS "stunting?", decile FROM enrolment
       JOIN cohort ON cohort.id = enrolment.cohort_id
       JOIN enrolment_target_restricted ON enrolment_id = enrolment.id
       WHERE trainee_id = ? ORDER BY enrolment.id DESC`,
    [traineeId],
  )
}
