import type { ReadDatabase } from '../../../database/connection.ts'
import { factSources, withClasses } from './fact-store.ts'
import { conditionsOf, parametersOf, type Scope } from './measure-store.ts'

/** A person in a counted class, for lists and exports. */
export type ListedPerson = {
  enrolmentId: number
  traineeId: number
  nik: string
  familyCard: string
  name: string
  sex: 'L' | 'P'
  birthDate: string
  education: string | null
  address: string
  rt: string
  rw: string
  villageCode: string | null
  closed: 0 | 1
  code: string
  program: string
  trade: string
  source: string
  joinedDay: number
  leftAfterDay: number | null
  outcome: string
  panel: string
  poor: number
  extremePoor: number
  stunting: number
  decile: number
  evidenceSource: string | null
  evidenceDate: string | null
  theory: number | null
  practice: number | null
  theoryWeight: number
  practiceWeight: number
  present: number
  days: number
  certificate: string | null
  certificateDate: string | null
  test: string
  testNumber: string | null
  aid: string | null
  status3: string
  status6: string
  status12: string
}

/** Everybody in the counted classes, by class and list number. */
export function listedPeople(db: ReadDatabase, scope: Scope): ListedPerson[] {
  const { columns, from } = factSources.enrolment
  const statement = `SELECT enrolment.id AS enrolmentId, trainee.id AS traineeId, trainee.nik, trainee.family_card AS familyCard, trainee.name, trainee.sex,
      trainee.birth_date AS birthDate, trainee.education, trainee.address, trainee.neighbourhood AS rt, trainee.hamlet AS rw,
      trainee.village_code AS villageCode,
      CASE WHEN trainee.id IN (SELECT trainee_id FROM closed_trainee) THEN 1 ELSE 0 END AS closed,
      class.class AS code, class.program, class.trade, class.source, class.panel_day AS panel,
      enrolment.joined_day AS joinedDay, enrolment.left_after_day AS leftAfterDay,
      ${columns.outcome} AS outcome, ${columns.poor} AS poor, ${columns.extremePoor} AS "extremePoor", ${columns.stunting} AS stunting,
      ${columns.decile} AS decile, enrolment_target.source AS "evidenceSource", enrolment_target.data_date AS "evidenceDate",
      score.theory, score.practice, own.theory_weight AS "theoryWeight", own.practice_weight AS "practiceWeight",
      (SELECT count(*) FROM attendance WHERE attendance.enrolment_id = enrolment.id AND mark IN ('H', 'T')) AS present, class.days,
      paper.number AS certificate, paper.issued_on AS "certificateDate", ${columns.test} AS test, competence_test.number AS "testNumber",
      (SELECT business_aid.state FROM business_aid WHERE business_aid.enrolment_id = enrolment.id
        AND business_aid.state NOT IN ('REJECTED', 'CANCELLED')) AS aid,
      ${columns.status3} AS status3, ${columns.status6} AS status6, ${columns.status12} AS status12
    FROM ${from} JOIN cohort AS own ON own.id = class.id LEFT JOIN score ON score.enrolment_id = enrolment.id
    LEFT JOIN certificate AS paper ON paper.id = (SELECT max(certificate.id) FROM certificate
      WHERE certificate.enrolment_id = enrolment.id AND certificate.kind = 'certificate'
        AND NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id)
        AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_revocation.certificate_id = certificate.id))
    WHERE ${conditionsOf('enrolment', scope)} ORDER BY class.class, enrolment.position`
  return db.all(withClasses('enrolment', scope.countedBy, statement), parametersOf(scope))
}

type ListedAnswer = {
  traineeId: number
  nik: string
  name: string
  sex: 'L' | 'P'
  closed: 0 | 1
  code: string
  trade: string
  graduatedOn: string
  month: 3 | 6 | 12
  status: string | null
  relevant: number | null
  place: string | null
  work: string | null
  askedOn: string | null
}

/** Each graduate of the period at each month. */
export function listedAnswers(db: ReadDatabase, scope: Scope): ListedAnswer[] {
  const statement = `SELECT trainee.id AS traineeId, trainee.nik, trainee.name, trainee.sex,
      CASE WHEN trainee.id IN (SELECT trainee_id FROM closed_trainee) THEN 1 ELSE 0 END AS closed,
      class.class AS code, class.trade, class.panel_day AS "graduatedOn", turn.month, answer.status, answer.relevant, answer.place,
      answer.work, answer.asked_on AS "askedOn"
    FROM class JOIN enrolment ON enrolment.cohort_id = class.id JOIN trainee ON trainee.id = enrolment.trainee_id
    JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id AND panel_decision.decision = 'passed'
    CROSS JOIN (SELECT 3 AS month UNION ALL SELECT 6 UNION ALL SELECT 12) AS turn
    LEFT JOIN follow_up AS answer ON answer.enrolment_id = enrolment.id AND answer.month = turn.month
    WHERE ${conditionsOf('enrolment', scope)} ORDER BY class.class, enrolment.position, turn.month`
  return db.all(withClasses('enrolment', scope.countedBy, statement), parametersOf(scope))
}

type ListedCredential = {
  id: number
  name: string
  nip: string
  institution: string
  active: 0 | 1
  kind: string | null
  number: string | null
  registration: string | null
  lsp: string | null
  scheme: string | null
  trades: string | null
  issued: string | null
  validUntil: string | null
}

/** Every instructor with each credential, or once without any. */
export function listedInstructors(db: ReadDatabase): ListedCredential[] {
  return db.all(
    `SELECT instructor.id, name, nip, institution, active, kind, number, registration, lsp, scheme, issued, valid_until AS validUntil,
       (SELECT group_concat(trade, ' ') FROM credential_trade WHERE credential_id = credential.id) AS trades
     FROM instructor LEFT JOIN credential ON instructor_id = instructor.id ORDER BY name, instructor.id, kind, number`,
  )
}
