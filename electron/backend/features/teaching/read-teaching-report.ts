import { clockOf, clockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type {
  ReportedLesson,
  ReportPeriod,
  TeachingHours,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { lessonTimes } from '../../../../shared/features/teaching/lesson.ts'
import type { SessionKind } from '../../../../shared/features/timetable/timetable.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { clockOfCohort } from '../cohort/cohort-clock-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'

type LessonRow = {
  instructorId: InstructorId
  name: string
  nip: string
  date: PlainDate
  cohort: string
  title: string
  n: number
  dayHours: number
  unitCode: string | null
  unitTitle: string | null
  kind: SessionKind
  firstHour: number
  hours: number
  note: string
}

const inPeriod = `cohort_day.date BETWEEN @from AND @until AND cohort.cancelled_at IS NULL AND (@code IS NULL OR cohort.code = @code)`

/** Hours of closed days only, each instructor with lessons by date. */
export function teachingReport(db: ReadDatabase, today: PlainDate, period: ReportPeriod): TeachingReport {
  const rows = db.all<LessonRow>(
    `SELECT instructor.id AS instructorId, instructor.name, instructor.nip, cohort_day.date, cohort.code AS cohort, cohort.title,
       cohort_day.n, cohort_day.hours AS dayHours, cohort_unit.code AS unitCode, cohort_unit.title AS unitTitle, kind,
       first_hour AS firstHour, taught_lesson.hours, note
     FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id
     JOIN taught_day ON taught_day.day_id = cohort_day.id AND taught_day.closed_at IS NOT NULL
     JOIN taught_lesson ON taught_lesson.day_id = cohort_day.id
     JOIN instructor ON instructor.id = instructor_id LEFT JOIN cohort_unit ON cohort_unit.id = unit_id
     WHERE ${inPeriod} ORDER BY cohort_day.date, first_hour, cohort.code`,
    period,
  )
  const clocks = new Map(
    [...new Set(rows.map(row => row.cohort))].map(code => [code, clockOfCohort(db, getCohort(db, code))]),
  )
  const lessonOf = (row: LessonRow): ReportedLesson => {
    const clock = clocks.get(row.cohort)
    const times = clock && lessonTimes(row, clockRows(row.dayHours, clockOf(clock, row.date)))
    const { date, cohort, title, n, kind, hours, note, unitCode, unitTitle } = row
    const unit = unitCode === null ? note : [`${unitCode} ${unitTitle ?? ''}`, note].filter(Boolean).join(', ')
    return { date, cohort, title, n, start: times?.start ?? '', end: times?.end ?? '', unit, kind, hours }
  }
  return {
    rows: [...Map.groupBy(rows, row => row.instructorId).values()]
      .flatMap(own => (own[0] ? [sumOf(own[0], own.map(lessonOf))] : []))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    open: db.all(
      `SELECT cohort.code AS cohort, cohort.title, cohort_day.n, cohort_day.date
       FROM cohort_day JOIN cohort ON cohort.id = cohort_day.cohort_id LEFT JOIN taught_day ON taught_day.day_id = cohort_day.id
       WHERE ${inPeriod} AND cohort_day.date <= @today AND taught_day.closed_at IS NULL
       ORDER BY cohort_day.date, cohort.code`,
      { ...period, today },
    ),
  }
}

function sumOf({ instructorId, name, nip }: LessonRow, lessons: ReportedLesson[]): TeachingHours {
  const hoursOf = (kind: SessionKind) =>
    lessons.filter(lesson => lesson.kind === kind).reduce((sum, lesson) => sum + lesson.hours, 0)
  const [theory, practice] = [hoursOf('theory'), hoursOf('practice')]
  const days = new Set(lessons.map(lesson => lesson.date)).size
  return { instructorId, name, nip, days, theory, practice, hours: theory + practice, lessons }
}
