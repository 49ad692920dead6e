import type { FollowUpMonth } from '../../../../shared/features/alumni/follow-up.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** Classes decided since a day whose report was neither printed nor judged. */
export function classesWithoutReport(
  db: ReadDatabase,
  since: PlainDate,
): { code: string; title: string; heldOn: PlainDate }[] {
  return db.all(
    `SELECT code, title, held_on AS heldOn FROM panel JOIN cohort ON cohort.id = cohort_id
     WHERE held_on >= ? AND cancelled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM print_log WHERE print_log.cohort_id = cohort.id AND paper_key = 'report-text')
       AND NOT EXISTS (SELECT 1 FROM paper_verdict WHERE paper_verdict.cohort_id = cohort.id AND paper_key = 'report-text')
     ORDER BY held_on, code`,
    [since],
  )
}

/** Graduates of panels between two days not asked at that month, without frozen and anonymised people. */
export function unaskedGraduates(
  db: ReadDatabase,
  month: FollowUpMonth,
  after: PlainDate,
  until: PlainDate,
): { people: number; first: PlainDate | null } {
  const row = db.get<{ people: number; first: PlainDate | null }>(
    `SELECT count(*) AS people, min(held_on) AS first FROM panel
     JOIN panel_decision ON panel_decision.cohort_id = panel.cohort_id AND decision = 'passed'
     JOIN enrolment ON enrolment.id = panel_decision.enrolment_id
     LEFT JOIN follow_up ON follow_up.enrolment_id = enrolment.id AND month = @month
     WHERE held_on > @after AND held_on <= @until AND follow_up.id IS NULL
       AND trainee_id NOT IN (SELECT trainee_id FROM closed_trainee)`,
    { month, after, until },
  )
  return row ?? { people: 0, first: null }
}

/** Valid certificates issued between two days and not collected. */
export function uncollectedCertificates(
  db: ReadDatabase,
  from: PlainDate,
  until: PlainDate,
): { papers: number; first: PlainDate | null } {
  const row = db.get<{ papers: number; first: PlainDate | null }>(
    `SELECT count(*) AS papers, min(issued_on) AS first FROM certificate
     WHERE kind = 'certificate' AND year >= CAST(substr(@from, 1, 4) AS INTEGER) AND issued_on BETWEEN @from AND @until
       AND NOT EXISTS (SELECT 1 FROM certificate AS later WHERE later.replaces_id = certificate.id)
       AND NOT EXISTS (SELECT 1 FROM certificate_revocation WHERE certificate_id = certificate.id)
       AND NOT EXISTS (SELECT 1 FROM certificate_collection WHERE certificate_id = certificate.id AND taken_back_at IS NULL)`,
    { from, until },
  )
  return row ?? { papers: 0, first: null }
}

/** Whether any class meets between two days. */
export function meetsBetween(db: ReadDatabase, from: PlainDate, to: PlainDate): boolean {
  return (
    db.value<number>(
      `SELECT EXISTS (SELECT 1 FROM cohort_day JOIN cohort ON cohort.id = cohort_id
       WHERE cancelled_at IS NULL AND cohort_day.date BETWEEN ? AND ?)`,
      [from, to],
    ) === 1
  )
}

/** Years with a class or activity, latest first. */
export function yearsOfReports(db: ReadDatabase): number[] {
  return db.values<number>(`SELECT year FROM cohort UNION SELECT budget_year FROM activity
       UNION SELECT CAST(substr(held_on, 1, 4) AS INTEGER) FROM panel ORDER BY year DESC`)
}
