import type { FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import type { FollowUpMonth, FollowUpStatus } from '../../../../shared/features/alumni/follow-up.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'
import { wordsWithVillages } from './village-word-store.ts'

/** A class and the month at which its graduates are asked. */
export type FollowUpClass = { cohortId: number; month: FollowUpMonth; due: PlainDate }

type Wanted = {
  /** Filter by the answer at that month; 'given': answered, 'missing': not answered, 'all': no filter. */
  answer: FollowUpStatus | 'given' | 'missing' | 'all'
  /** Every word must occur in name, class, code, program or kelurahan. */
  text: string
  order: 'due' | 'name'
  limit: number
}

type Columns = Omit<FollowUpRow, 'maskedNik' | 'village' | 'answer'> & {
  nik: string
  villageCode: string | null
  matches: number
} & { [Name in keyof Answer]: Answer[Name] | null }
type Answer = NonNullable<FollowUpRow['answer']>

const found = `json_each(@classes) AS asked
  CROSS JOIN panel_decision ON panel_decision.cohort_id = asked.value ->> 0 AND decision = 'passed'
  CROSS JOIN enrolment ON enrolment.id = panel_decision.enrolment_id CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
  LEFT JOIN follow_up ON follow_up.enrolment_id = enrolment.id AND follow_up.month = asked.value ->> 1`

/**
 * Rows of graduates of these classes without frozen and anonymised people, and the number beyond the limit. Narrow rows decide which ones; all other
 * data is read only for those.
 */
export function graduateRows(
  db: ReadDatabase,
  classes: readonly FollowUpClass[],
  { answer, text, order, limit }: Wanted,
): { rows: FollowUpRow[]; total: number } {
  const words = wordsWithVillages(db, text)
  const rows = db.all<Columns>(
    `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, trainee.name, nik, phone, village_code AS villageCode, cohort.trade,
       program.title AS program, cohort.code, cohort.title AS cohort, held_on AS graduatedOn, shown.month, shown.due, matches,
       status, follow_up.place, work, income, relevant AS "relevant?", follow_up.note, asked_on AS askedOn, recorded_at AS at, recorded_by AS by
     FROM (
       SELECT enrolment.id AS enrolment_id, asked.value ->> 1 AS month, asked.value ->> 2 AS due, folded_name, count(*) OVER () AS matches
       FROM ${found}
       WHERE trainee.id NOT IN (SELECT trainee_id FROM closed_trainee) AND CASE @answer WHEN 'all' THEN true
         WHEN 'missing' THEN status IS NULL WHEN 'given' THEN status IS NOT NULL ELSE status = @answer END
         AND NOT EXISTS (
           SELECT 1 FROM json_each(@words) AS word
           CROSS JOIN cohort ON cohort.id = enrolment.cohort_id CROSS JOIN program ON program.id = program_id
           WHERE instr(lower(trainee.name || ' ' || cohort.code || ' ' || cohort.title || ' ' || program.title), word.value ->> 0) = 0
             AND (trainee.village_code IS NULL OR instr(word.value ->> 1, trainee.village_code) = 0)
         )
       ORDER BY CASE @order WHEN 'due' THEN due END, folded_name, enrolment.id LIMIT @limit
     ) AS shown
     CROSS JOIN enrolment ON enrolment.id = shown.enrolment_id CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
     CROSS JOIN cohort ON cohort.id = enrolment.cohort_id CROSS JOIN program ON program.id = program_id
     CROSS JOIN panel ON panel.cohort_id = cohort.id
     LEFT JOIN follow_up ON follow_up.enrolment_id = enrolment.id AND follow_up.month = shown.month
     ORDER BY CASE @order WHEN 'due' THEN shown.due END, shown.folded_name, enrolment.id`,
    {
      classes: JSON.stringify(classes.map(({ cohortId, month, due }) => [cohortId, month, due])),
      answer,
      order,
      limit,
      words: JSON.stringify(words),
    },
  )
  return { rows: rows.map(rowOf), total: rows[0]?.matches ?? 0 }
}

function rowOf(columns: Columns): FollowUpRow {
  const { status, place, work, income, relevant, note, askedOn, at, by, nik, villageCode, matches: _, ...row } = columns
  return {
    ...row,
    maskedNik: maskNik(nik),
    village: findVillage(villageCode)?.village ?? null,
    answer:
      status === null || askedOn === null || at === null || by === null
        ? null
        : { status, place: place ?? '', work: work ?? '', income, relevant, note: note ?? '', askedOn, at, by },
  }
}
