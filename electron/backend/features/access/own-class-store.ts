import { type OperationGroup, reachOf } from '../../../../shared/features/access/access-matrix.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { Person } from '../../desk.ts'

/** Codes of classes that an instructor teaches or taught, and their present and former members. */
export type OwnClasses = { codes: ReadonlySet<string>; people: ReadonlySet<number> }

export function ownClasses(db: ReadDatabase, instructorId: InstructorId | null): OwnClasses {
  if (instructorId === null) return { codes: new Set(), people: new Set() }
  const codes = db.values<string>(
    `SELECT DISTINCT code FROM (
       SELECT day_id FROM teaching WHERE instructor_id = @instructorId
       UNION SELECT day_id FROM taught_lesson WHERE instructor_id = @instructorId
     ) JOIN cohort_day ON cohort_day.id = day_id JOIN cohort ON cohort.id = cohort_id`,
    { instructorId },
  )
  const people = db.values<number>(
    `SELECT DISTINCT trainee_id FROM enrolment JOIN cohort ON cohort.id = cohort_id
     WHERE code IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(codes)],
  )
  return { codes: new Set(codes), people: new Set(people) }
}

/** Codes of the person's own classes if the role is limited to them in this group; null if it reaches all. */
export function ownCodesOf(db: ReadDatabase, person: Person | null, group: OperationGroup): string[] | null {
  if (person === null || reachOf(person.roles, group) !== 'own') return null
  return [...ownClasses(db, person.instructorId).codes]
}

const classes = {
  enrolment: 'SELECT code FROM enrolment JOIN cohort ON cohort.id = cohort_id WHERE enrolment.id = ?',
  certificate:
    'SELECT code FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = cohort_id WHERE certificate.id = ?',
  letter: `SELECT code FROM attendance_letter JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = cohort_id
    WHERE file_id = ? LIMIT 1`,
  scanPage: "SELECT coalesce(code, '') FROM scan_page LEFT JOIN cohort ON cohort.id = cohort_id WHERE scan_page.id = ?",
  paperScan: 'SELECT code FROM paper_scan JOIN cohort ON cohort.id = cohort_id WHERE file_id = ?',
} as const

export type OfClass = keyof typeof classes

/** The class of something; '' if it has none yet, undefined if it does not exist. */
export function classOf(db: ReadDatabase, kind: OfClass, id: number): string | undefined {
  return db.values<string>(classes[kind], [id])[0]
}

/** The same for the paper with this number. */
export function classOfCertificate(db: ReadDatabase, number: string): string | undefined {
  return db.values<string>(
    `SELECT code FROM certificate JOIN enrolment ON enrolment.id = enrolment_id JOIN cohort ON cohort.id = cohort_id
     WHERE certificate.number = ?`,
    [number],
  )[0]
}

export function instructorOfCredential(db: ReadDatabase, id: number): number | undefined {
  return db.values<number>('SELECT instructor_id FROM credential WHERE id = ?', [id])[0]
}

/** The given words that are names of people. */
export function namesAmong(db: ReadDatabase, words: readonly string[]): ReadonlySet<string> {
  return new Set(
    db.values<string>(
      `SELECT name FROM trainee WHERE name IN (SELECT value FROM json_each(@words))
       UNION SELECT facts ->> '$.name' FROM certificate WHERE facts ->> '$.name' IN (SELECT value FROM json_each(@words))`,
      { words: JSON.stringify(words) },
    ),
  )
}
