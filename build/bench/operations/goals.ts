import type { OperationName } from '../../../shared/contract.ts'

/** Milliseconds of the answering thread, for queries that have another goal than the usual one. */
const goals: Record<string, number> = {
  'home.overview': 30,
  'registration.list': 30,
  'cohort.list': 30,
  'alumni.results': 100,
  'alumni.followUps': 100,
  'alumni.resultPeople': 100,
  'teaching.report': 150,
  'teaching.exportReport': 150,
  'report.get': 300,
  'report.getNames': 300,
  'report.year': 150,
  'report.own': 300,
  'report.behind': 300,
  'report.values': 150,
  'verification.check': 20,
} satisfies Partial<Record<OperationName, number>>
const usualGoal = 50

export function goalOf(operation: string): number {
  return goals[operation] ?? usualGoal
}

/** For queries that read many rows: one plain statement that reads the same rows. */
export const plainStatements: Record<string, string> = {
  'cohort.list': `SELECT cohort.*, (SELECT json_group_array(json_array(n, date, closed_at)) FROM cohort_day WHERE cohort_id = cohort.id) FROM cohort`,
  'registration.list': `SELECT applicant.registration_id, max(kind), max(decision), count(enrolment.id), count(left_kind) FROM applicant
    JOIN registration ON registration.id = applicant.registration_id LEFT JOIN applicant_event ON applicant_event.applicant_id = applicant.id
    LEFT JOIN selection_decision ON selection_decision.applicant_id = applicant.id
    LEFT JOIN enrolment ON enrolment.cohort_id = registration.cohort_id AND enrolment.trainee_id = applicant.trainee_id
    GROUP BY applicant.registration_id`,
  'alumni.results': `SELECT trade, month, status, count(*) FROM panel_decision JOIN panel USING (cohort_id) JOIN cohort ON cohort.id = panel.cohort_id
    LEFT JOIN follow_up USING (enrolment_id) WHERE decision = 'passed' GROUP BY trade, month, status`,
  'teaching.report': `SELECT instructor_id, date, code, first_hour, taught_lesson.hours, unit_id FROM taught_lesson JOIN cohort_day ON cohort_day.id = day_id
    JOIN cohort ON cohort.id = cohort_id`,
  'trainee.listIds': 'SELECT id FROM trainee ORDER BY folded_name',
} satisfies Partial<Record<OperationName, string>>

/** Queries that have no plain statement to compare with, and why; only their milliseconds are judged. */
export const noReading: Record<string, string> = {
  'trainee.villages': 'the 83,000 villages are no rows of the database',
  'cohort.proposeProgram': 'a plan is sought',
  'verification.checkerPage': 'a page with its program is put together',
  'teaching.exportReport': 'a thread makes an Excel file',
}

/** Tasks that only read and answer at once. */
export const taskInputs: Record<string, Record<string, readonly unknown[]>> = {
  verification: { keys: [{}], keyFile: [{}], checkerPage: [{}] },
  teaching: { exportReport: [{ from: '2016-01-01', until: '2025-12-31', code: null }] },
}
