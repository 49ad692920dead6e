import type { Answer } from '../../../../shared/features/alumni/contract.ts'
import type { FollowUpDraft, FollowUpMonth } from '../../../../shared/features/alumni/follow-up.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function findGraduate(
  db: ReadDatabase,
  enrolmentId: number,
): { traineeId: number; name: string; graduatedOn: PlainDate } | undefined {
  return db.get(
    `SELECT trainee_id AS traineeId, name, held_on AS graduatedOn FROM panel_decision JOIN panel USING (cohort_id)
     JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee ON trainee.id = trainee_id
     WHERE enrolment_id = ? AND decision = 'passed'`,
    [enrolmentId],
  )
}

export function traineeOfEnrolment(db: ReadDatabase, enrolmentId: number): number {
  return db.value<number>('SELECT trainee_id FROM enrolment WHERE id = ?', [enrolmentId])
}

type AnswerColumns = Answer & { enrolmentId: number; month: FollowUpMonth }

const answerColumns = `enrolment_id AS enrolmentId, month, status, place, work, income, relevant AS "relevant?", note, asked_on AS askedOn,
  recorded_at AS at, recorded_by AS "by"`

export function findAnswer(db: ReadDatabase, enrolmentId: number, month: FollowUpMonth): Answer | undefined {
  const row = db.get<AnswerColumns>(`SELECT ${answerColumns} FROM follow_up WHERE enrolment_id = ? AND month = ?`, [
    enrolmentId,
    month,
  ])
  return row && answerOf(row)
}

export function saveAnswer(
  db: WriteDatabase,
  enrolmentId: number,
  month: FollowUpMonth,
  answer: FollowUpDraft & { at: string; by: string },
): void {
  db.upsert(
    'follow_up',
    'enrolment_id, month',
    'status, place, work, income, relevant, note, asked_on, recorded_at: at, recorded_by: by',
    { ...answer, enrolmentId, month },
  )
}

function answerOf({ enrolmentId: _, month: __, ...answer }: AnswerColumns): Answer {
  return answer
}
