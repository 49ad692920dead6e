import type { InstructorDraft, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import { type PlainDate, plainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { credentialsOf } from './credential-store.ts'
import { leavesOf } from './leave-store.ts'

/** An instructor without classes, which is enough for rules about teaching. */
export type Teacher = Omit<InstructorRow, 'cohorts'>
type Row = Omit<Teacher, 'credentials' | 'leaves'>

/** All instructors with credentials (latest end first), by name. */
export function listTeachers(db: ReadDatabase): Teacher[] {
  return readTeachers(db, null)
}

export function findTeacher(db: ReadDatabase, id: number): Teacher | undefined {
  return readTeachers(db, id)[0]
}

/** All instructors, with classes that ended after a date, by default 1 January of last year, because ten years would be read for a view of two. */
export function listInstructors(
  db: ReadDatabase,
  today: PlainDate,
  since = plainDate(yearOf(today) - 1, 1, 1),
): InstructorRow[] {
  return withCohorts(db, listTeachers(db), taughtSince(db, since), today)
}

/** One instructor with all classes. */
export function findInstructor(db: ReadDatabase, id: number, today: PlainDate): InstructorRow | undefined {
  return withCohorts(db, readTeachers(db, id), taughtBy(db, id), today)[0]
}

function readTeachers(db: ReadDatabase, only: number | null): Teacher[] {
  const rows = db.all<Row>(
    `SELECT id, name, nip, institution, phone, active AS "active?" FROM instructor WHERE @only IS NULL OR id = @only ORDER BY name, id`,
    { only },
  )
  const credentials = Map.groupBy(credentialsOf(db, only), credential => credential.instructorId)
  const leaves = Map.groupBy(leavesOf(db, only), leave => leave.instructorId)
  return rows.map(row => ({
    ...row,
    credentials: (credentials.get(row.id) ?? []).map(({ instructorId: _, ...credential }) => credential),
    leaves: (leaves.get(row.id) ?? []).map(({ instructorId: _, ...leave }) => leave),
  }))
}

function withCohorts(
  db: ReadDatabase,
  teachers: readonly Teacher[],
  taught: readonly TaughtDay[],
  today: PlainDate,
): InstructorRow[] {
  const required = requiredKinds(db)
  const days = Map.groupBy(taught, day => day.instructorId)
  return teachers.map(teacher => {
    const cohorts = [...Map.groupBy(days.get(teacher.id) ?? [], day => day.code).values()].flatMap(own => {
      const [first, last] = [own[0], own.at(-1)]
      if (!first || !last) return []
      const [start, end] = [first.date, last.date]
      return {
        code: first.code,
        title: first.title,
        trade: first.trade,
        start,
        end,
        outside: uncoveredDays(teacher.credentials, required, first.trade, own).map(day => day.n),
        status: end < today ? ('finished' as const) : start > today ? ('planned' as const) : ('running' as const),
      }
    })
    return { ...teacher, cohorts: cohorts.toSorted((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0)) }
  })
}

type TaughtDay = { instructorId: number; code: string; trade: string; title: string; n: number; date: PlainDate }

const taughtColumns = `teaching.instructor_id AS instructorId, cohort.code, cohort.trade, cohort.title, cohort_day.n, cohort_day.date`

/** All planned days of a person by date. CROSS JOIN fixes the order of tables, independent of statistics. */
function taughtBy(db: ReadDatabase, instructorId: number): TaughtDay[] {
  return db.all(
    `SELECT ${taughtColumns} FROM teaching CROSS JOIN cohort_day ON cohort_day.id = teaching.day_id
     CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE teaching.instructor_id = ? AND cohort.cancelled_at IS NULL ORDER BY cohort_day.date`,
    [instructorId],
  )
}

/** All days of classes that meet on that date or later. */
function taughtSince(db: ReadDatabase, since: PlainDate): TaughtDay[] {
  return db.all(
    `SELECT ${taughtColumns} FROM (SELECT DISTINCT cohort_id FROM cohort_day WHERE date >= ?) AS recent
     CROSS JOIN cohort ON cohort.id = recent.cohort_id CROSS JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     CROSS JOIN teaching ON teaching.day_id = cohort_day.id
     WHERE cohort.cancelled_at IS NULL ORDER BY cohort_day.date`,
    [since],
  )
}

export function insertInstructor(db: WriteDatabase, instructor: InstructorDraft): number {
  return db.insert('instructor', 'name, nip, institution, phone, active', instructor)
}

export function updateInstructor(db: WriteDatabase, id: number, instructor: InstructorDraft): void {
  db.update('instructor', 'name, nip, institution, phone, active', { ...instructor, id })
}
