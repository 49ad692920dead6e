import type { InstructorDraft, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { uncoveredDays } from '../../../../shared/features/instructor/credential.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { requiredKinds } from '../centre/centre-store.ts'
import { credentialsOf } from './credential-store.ts'
import { leavesOf } from './leave-store.ts'

type Row = Omit<InstructorRow, 'active' | 'credentials' | 'leaves' | 'cohorts'> & { active: number }
/** Everybody with credentials (newest end first) and classes, in the order of names. */
export function listInstructors(db: ReadDatabase, today: PlainDate): InstructorRow[] {
  return readInstructors(db, today, null)
}

export function findInstructor(db: ReadDatabase, id: number, today: PlainDate): InstructorRow | undefined {
  return readInstructors(db, today, id)[0]
}

function readInstructors(db: ReadDatabase, today: PlainDate, only: number | null): InstructorRow[] {
  const rows = db.all<Row>(
    `SELECT id, name, nip, institution, phone, active FROM instructor WHERE @only IS NULL OR id = @only ORDER BY name, id`,
    { only },
  )
  const credentials = Map.groupBy(credentialsOf(db, only), credential => credential.instructorId)
  const leaves = Map.groupBy(leavesOf(db, only), leave => leave.instructorId)
  const cohorts = Map.groupBy(taughtCohorts(db, only), cohort => cohort.instructorId)
  const taught = Map.groupBy(taughtDays(db, only), day => `${day.instructorId} ${day.code}`)
  const required = requiredKinds(db)
  return rows.map(row => ({
    ...row,
    active: row.active === 1,
    credentials: (credentials.get(row.id) ?? []).map(({ instructorId: _, ...credential }) => credential),
    leaves: (leaves.get(row.id) ?? []).map(({ instructorId: _, ...leave }) => leave),
    cohorts: (cohorts.get(row.id) ?? []).map(({ instructorId: _, trade, ...cohort }) => ({
      ...cohort,
      outside: uncoveredDays(
        credentials.get(row.id) ?? [],
        required,
        trade,
        taught.get(`${row.id} ${cohort.code}`) ?? [],
      ).map(day => day.n),
      status: cohort.end < today ? 'finished' : cohort.start > today ? 'planned' : 'running',
    })),
  }))
}

function taughtCohorts(db: ReadDatabase, only: number | null) {
  return db.all<{ instructorId: number; code: string; trade: string; title: string; start: PlainDate; end: PlainDate }>(
    `SELECT teaching.instructor_id AS instructorId, cohort.code, cohort.trade, cohort.title, min(cohort_day.date) AS start, max(cohort_day.date) AS end
     FROM teaching JOIN cohort_day ON cohort_day.id = teaching.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE cohort.cancelled_at IS NULL AND (@only IS NULL OR teaching.instructor_id = @only)
     GROUP BY teaching.instructor_id, cohort.id ORDER BY start DESC`,
    { only },
  )
}

function taughtDays(db: ReadDatabase, only: number | null) {
  return db.all<{ instructorId: number; code: string; n: number; date: PlainDate }>(
    `SELECT teaching.instructor_id AS instructorId, cohort.code, cohort_day.n, cohort_day.date
     FROM teaching JOIN cohort_day ON cohort_day.id = teaching.day_id JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE cohort.cancelled_at IS NULL AND (@only IS NULL OR teaching.instructor_id = @only) ORDER BY cohort_day.n`,
    { only },
  )
}

export function insertInstructor(db: WriteDatabase, instructor: InstructorDraft): number {
  return db.run(
    'INSERT INTO instructor (name, nip, institution, phone, active) VALUES (@name, @nip, @institution, @phone, @active)',
    { ...instructor, active: instructor.active ? 1 : 0 },
  ).id
}

export function updateInstructor(db: WriteDatabase, id: number, instructor: InstructorDraft): void {
  db.run(
    'UPDATE instructor SET name = @name, nip = @nip, institution = @institution, phone = @phone, active = @active WHERE id = @id',
    { ...instructor, active: instructor.active ? 1 : 0, id },
  )
}
