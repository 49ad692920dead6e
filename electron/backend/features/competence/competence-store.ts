import type {
  CompetenceRow,
  CompetenceTestDraft,
  EarlierTest,
} from '../../../../shared/features/competence/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

type Raw = Omit<CompetenceRow, 'test' | 'earlier'> & {
  [Field in keyof CompetenceTestDraft]: CompetenceTestDraft[Field] | null
}

const rows = `SELECT enrolment.id AS enrolmentId, enrolment.position, trainee.name, cohort.title AS cohort, cohort.code,
    coalesce(panel_decision.decision, enrolment.left_kind) AS decision, tested_on AS testedOn, lsp, scheme, result, competence_test.number,
    competence_test.registration, valid_until AS validUntil
  FROM enrolment JOIN trainee ON trainee.id = enrolment.trainee_id JOIN cohort ON cohort.id = enrolment.cohort_id
  LEFT JOIN panel_decision ON panel_decision.enrolment_id = enrolment.id
  LEFT JOIN competence_test ON competence_test.enrolment_id = enrolment.id`

/** Members of a class who did not leave, tested or not. */
export function competenceOfCohort(db: ReadDatabase, cohortId: number): CompetenceRow[] {
  return db
    .all<Raw>(
      `${rows} WHERE cohort.id = ? AND (left_kind IS NULL OR competence_test.enrolment_id IS NOT NULL) ORDER BY enrolment.position`,
      [cohortId],
    )
    .map(row => asRow(db, row))
}

export function allCompetenceTests(db: ReadDatabase): CompetenceRow[] {
  return db
    .all<Raw>(`${rows} WHERE tested_on IS NOT NULL ORDER BY tested_on DESC, cohort.code, enrolment.position`)
    .map(row => asRow(db, row))
}

export function findTestByNumber(
  db: ReadDatabase,
  number: string,
): { enrolmentId: number; number: string; name: string } | undefined {
  return db.get(
    `SELECT enrolment_id AS enrolmentId, number, trainee.name FROM competence_test
     JOIN enrolment ON enrolment.id = enrolment_id JOIN trainee ON trainee.id = trainee_id WHERE number = ?`,
    [number],
  )
}

export function saveCompetenceTest(
  db: WriteDatabase,
  enrolmentId: number,
  test: CompetenceTestDraft,
  recorded: { at: string; by: string },
): void {
  db.upsert(
    'competence_test',
    'enrolment_id',
    'tested_on, lsp, scheme, result, number, registration, valid_until, recorded_at: at, recorded_by: by',
    { ...test, enrolmentId, ...recorded },
  )
}

export function deleteCompetenceTest(db: WriteDatabase, enrolmentId: number): void {
  db.run('DELETE FROM competence_test WHERE enrolment_id = ?', [enrolmentId])
}

/** Only the last result of a person counts; earlier ones are in the audit, which keeps everything except of anonymised people. */
function earlierTests(db: ReadDatabase, code: string, enrolmentId: number): EarlierTest[] {
  return db.all<EarlierTest>(
    `SELECT before ->> 'testedOn' AS testedOn, before ->> 'result' AS result, before ->> 'number' AS number FROM audit
     WHERE entity = 'competence_test' AND entity_id = ? AND before ->> 'testedOn' <> after ->> 'testedOn' ORDER BY id DESC`,
    [`${code} ${enrolmentId}`],
  )
}

function asRow(db: ReadDatabase, { enrolmentId, position, name, cohort, code, decision, ...test }: Raw): CompetenceRow {
  return {
    enrolmentId,
    position,
    name,
    cohort,
    code,
    decision,
    test: test.testedOn === null ? null : (test as CompetenceTestDraft),
    earlier: earlierTests(db, code, enrolmentId),
  }
}
