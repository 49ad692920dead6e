import type { FundingSource } from '../../../../shared/features/activity/funding-source.ts'
import type { Answer, FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import type { FollowUpDraft, FollowUpMonth } from '../../../../shared/features/alumni/follow-up.ts'
import type { TradeCode } from '../../../../shared/features/program/trades.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

/** As it is read; who is shown gets a masked NIK and the name of the kelurahan by `shownGraduate`. */
export type Graduate = Omit<FollowUpRow, 'month' | 'due' | 'answer' | 'maskedNik' | 'village'> & {
  nik: string
  villageCode: string | null
  closed: 0 | 1
}
export type GraduateScope = { trade: TradeCode | null; year: number | null; fundingSource: FundingSource | null }
export const everyGraduate: GraduateScope = { trade: null, year: null, fundingSource: null }

/** Everybody whom a panel has let pass, a person once for each class; by name. */
export function graduates(db: ReadDatabase, scope: GraduateScope): Graduate[] {
  return db.all<Graduate>(
    `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, trainee.name, nik, phone, village_code AS villageCode,
         cohort.trade, program.title AS program, cohort.code, cohort.title AS cohort, held_on AS graduatedOn,
         trainee.id IN (SELECT trainee_id FROM closed_trainee) AS closed
       FROM panel_decision JOIN panel USING (cohort_id) JOIN enrolment ON enrolment.id = enrolment_id
       JOIN trainee ON trainee.id = trainee_id JOIN cohort ON cohort.id = panel.cohort_id
       JOIN program ON program.id = program_id LEFT JOIN activity ON activity.id = activity_id
       WHERE decision = 'passed' AND (@trade IS NULL OR cohort.trade = @trade)
         AND (@year IS NULL OR CAST(substr(held_on, 1, 4) AS INTEGER) = @year)
         AND (@fundingSource IS NULL OR activity.funding_source = @fundingSource)
       ORDER BY folded_name, enrolment.id`,
    scope,
  )
}

/** Ten years have thirty thousand graduates, of whom a list shows some: what costs a look-up is done for those alone. */
export function shownGraduate(person: Graduate): Omit<FollowUpRow, 'month' | 'due' | 'answer'> {
  const { enrolmentId, traineeId, name, nik, phone, villageCode, trade, program, code, cohort, graduatedOn } = person
  const village = findVillage(villageCode)?.village ?? null
  return {
    enrolmentId,
    traineeId,
    name,
    maskedNik: maskNik(nik),
    phone,
    village,
    trade,
    program,
    code,
    cohort,
    graduatedOn,
  }
}

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

export function yearsWithGraduates(db: ReadDatabase): number[] {
  return db.values<number>(`SELECT DISTINCT CAST(substr(held_on, 1, 4) AS INTEGER) AS year FROM panel
       WHERE EXISTS (SELECT 1 FROM panel_decision WHERE panel_decision.cohort_id = panel.cohort_id AND decision = 'passed')
       ORDER BY year DESC`)
}

type AnswerColumns = Answer & { enrolmentId: number; month: FollowUpMonth }

const answerColumns = `enrolment_id AS enrolmentId, month, status, place, work, income, relevant AS "relevant?", note, asked_on AS askedOn,
  recorded_at AS at, recorded_by AS "by"`

/** All answers, by answerKey. */
export function answers(db: ReadDatabase): Map<number, Answer> {
  return new Map(
    db
      .all<AnswerColumns>(`SELECT ${answerColumns} FROM follow_up`)
      .map(row => [answerKey(row.enrolmentId, row.month), answerOf(row)]),
  )
}

/** A number, because tens of thousands are looked up at a time. */
export function answerKey(enrolmentId: number, month: FollowUpMonth): number {
  return enrolmentId * 16 + month
}

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

type CountedClass = {
  trade: TradeCode
  graduatedOn: PlainDate
  graduates: number
  answers: Partial<Record<string, number>>
}

/**
 * How many graduates each trade has by the day of the panel, and how many of them answered what at which month ('3 EMPLOYED'): two
 * statements, and a line for each day instead of one for each person.
 */
export function countedGraduates(db: ReadDatabase, scope: Omit<GraduateScope, 'trade'>): CountedClass[] {
  const groups = db.all<Omit<CountedClass, 'answers'>>(
    `SELECT cohort.trade, held_on AS graduatedOn, count(*) AS graduates FROM ${decidedClasses}
     CROSS JOIN panel_decision ON panel_decision.cohort_id = panel.cohort_id AND decision = 'passed'
     WHERE ${inScope} GROUP BY cohort.trade, held_on`,
    scope,
  )
  const answered = Map.groupBy(
    db.all<{ trade: TradeCode; graduatedOn: PlainDate; key: string; people: number }>(
      `SELECT cohort.trade, held_on AS graduatedOn, month || ' ' || status AS key, count(*) AS people
       FROM follow_up CROSS JOIN panel_decision ON panel_decision.enrolment_id = follow_up.enrolment_id AND decision = 'passed'
       CROSS JOIN panel ON panel.cohort_id = panel_decision.cohort_id CROSS JOIN cohort ON cohort.id = panel.cohort_id
       LEFT JOIN activity ON activity.id = activity_id
       WHERE ${inScope} GROUP BY cohort.trade, held_on, month, status`,
      scope,
    ),
    row => `${row.trade} ${row.graduatedOn}`,
  )
  return groups.map(group => ({
    ...group,
    answers: Object.fromEntries(
      (answered.get(`${group.trade} ${group.graduatedOn}`) ?? []).map(({ key, people }) => [key, people]),
    ),
  }))
}

const decidedClasses = `panel CROSS JOIN cohort ON cohort.id = panel.cohort_id LEFT JOIN activity ON activity.id = activity_id`
const inScope = `(@year IS NULL OR CAST(substr(held_on, 1, 4) AS INTEGER) = @year)
  AND (@fundingSource IS NULL OR activity.funding_source = @fundingSource)`
