import type { ScoreClosing, ScoreCorrection } from '../../../../shared/features/score/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** A changed cell as shown; '' if empty. */
export type ScoreDifference = { item: string; before: string; after: string }

type Who = { at: string; by: string }
type ClosingRow = Who & { id: number; reopenedAt: string | null; reopenedBy: string | null; reason: string }

const columns =
  'id, closed_at AS at, closed_by AS by, reopened_at AS reopenedAt, reopened_by AS reopenedBy, reopen_reason AS reason'

/** The present closing; undefined while entry is open. */
export function openClosing(db: ReadDatabase, cohortId: number): ClosingRow | undefined {
  return db.get(`SELECT ${columns} FROM score_closing WHERE cohort_id = ? AND reopened_at IS NULL`, [cohortId])
}

/** The closing reopened last: later changes are corrections with its reason. */
export function reopenedClosing(db: ReadDatabase, cohortId: number): ClosingRow | undefined {
  return db.get(`SELECT ${columns} FROM score_closing WHERE cohort_id = ? ORDER BY id DESC LIMIT 1`, [cohortId])
}

export function insertClosing(db: WriteDatabase, cohortId: number, { at, by }: Who): void {
  db.insert('score_closing', 'cohort_id, closed_at, closed_by', { cohortId, closedAt: at, closedBy: by })
}

export function reopenClosing(db: WriteDatabase, id: number, { at, by, reason }: Who & { reason: string }): void {
  db.update('score_closing', 'reopened_at, reopened_by, reopen_reason', {
    reopenedAt: at,
    reopenedBy: by,
    reopenReason: reason,
    id,
  })
}

export function insertCorrections(
  db: WriteDatabase,
  closingId: number,
  enrolmentId: number,
  differences: readonly ScoreDifference[],
  { at, by }: Who,
): void {
  for (const { item, before, after } of differences) {
    db.insert('score_correction', 'closing_id, enrolment_id, item, before, after, operator, recorded_at', {
      closingId,
      enrolmentId,
      item,
      before,
      after,
      operator: by,
      recordedAt: at,
    })
  }
}

export function countClosings(db: ReadDatabase, cohortId: number): number {
  return db.value('SELECT count(*) FROM score_closing WHERE cohort_id = ?', [cohortId])
}

export function closingsOfCohort(db: ReadDatabase, cohortId: number): ScoreClosing[] {
  const corrections = Map.groupBy(
    db.all<ScoreCorrection & { closingId: number }>(
      `SELECT closing_id AS closingId, trainee.name, item, score_correction.before, score_correction.after, operator AS by, recorded_at AS at
       FROM score_correction JOIN score_closing ON score_closing.id = closing_id
       JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee ON trainee.id = enrolment.trainee_id
       WHERE score_closing.cohort_id = ? ORDER BY score_correction.id DESC`,
      [cohortId],
    ),
    row => row.closingId,
  )
  return db
    .all<ClosingRow>(`SELECT ${columns} FROM score_closing WHERE cohort_id = ? ORDER BY id DESC`, [cohortId])
    .map(row => ({
      closedAt: row.at,
      closedBy: row.by,
      reopened:
        row.reopenedAt === null || row.reopenedBy === null
          ? null
          : { at: row.reopenedAt, by: row.reopenedBy, reason: row.reason },
      corrections: (corrections.get(row.id) ?? []).map(({ closingId: _, ...correction }) => correction),
    }))
}
