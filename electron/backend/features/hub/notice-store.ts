import type { z } from 'zod'
import type { Notice, NoticeAnswer, noticesSchema } from '../../../../shared/features/hub/notice.ts'
import type { ApplicantId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

/** Notices are open as long as the selection is; after the stipulation nothing is asked. */
const open = 'NOT EXISTS (SELECT 1 FROM stipulation WHERE stipulation.registration_id = applicant.registration_id)'

/** Notices of open selections; unanswered ones first. */
export function openNotices(db: ReadDatabase): Notice[] {
  return db
    .all<Omit<Notice, 'trainings'> & { trainings: string }>(
      `SELECT n, applicant_id AS applicantId, registration_id AS registrationId, told_at AS toldAt, trainings, answer, reason,
         answered_on AS answeredOn, answered_by AS answeredBy
       FROM hub_notice JOIN applicant ON applicant.id = applicant_id WHERE ${open} ORDER BY answer IS NOT NULL, n`,
    )
    .map(row => ({ ...row, trainings: JSON.parse(row.trainings) as Notice['trainings'] }))
}

/** Registrations with unanswered notices. */
export function waitingNotices(db: ReadDatabase): { registrationId: number; title: string; count: number }[] {
  return db.all(
    `SELECT registration.id AS registrationId, registration.title, count(*) AS count
     FROM hub_notice JOIN applicant ON applicant.id = applicant_id JOIN registration ON registration.id = applicant.registration_id
     WHERE answer IS NULL AND ${open} GROUP BY registration.id, registration.title ORDER BY registration.id`,
  )
}

export function findNotice(db: ReadDatabase, n: number): { applicantId: ApplicantId; open: 0 | 1 } | undefined {
  return db.get(
    `SELECT applicant_id AS applicantId, answer IS NULL AND ${open} AS open
     FROM hub_notice JOIN applicant ON applicant.id = applicant_id WHERE n = ?`,
    [n],
  )
}

/** Stores notices; for a deleted applicant only the number. */
export function keepNotices(db: WriteDatabase, notices: z.infer<typeof noticesSchema>): void {
  for (const { n, application, toldAt, trainings } of notices) {
    db.run(
      `INSERT INTO hub_notice (n, applicant_id, told_at, trainings) SELECT ?, id, ?, ? FROM applicant WHERE id = ?
         AND trainee_id NOT IN (SELECT trainee_id FROM closed_trainee) AND NOT EXISTS (SELECT 1 FROM hub_notice WHERE n = ?)`,
      [n, toldAt, JSON.stringify(trainings), Number(application), n],
    )
    db.run('UPDATE hub_link SET notices_heard = max(notices_heard, ?)', [n])
  }
}

export function answerNotice(
  db: WriteDatabase,
  answer: {
    n: number
    answer: NoticeAnswer
    reason: string
    answeredOn: string
    answeredAt: string
    answeredBy: string
  },
): void {
  db.run(
    `UPDATE hub_notice SET answer = @answer, reason = @reason, answered_on = @answeredOn, answered_at = @answeredAt, answered_by = @answeredBy
     WHERE n = @n`,
    answer,
  )
}
