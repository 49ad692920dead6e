import { type ClockRow, type DayClock, readableClockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type {
  ReportedLesson,
  ReportPeriod,
  TeachingHours,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { lessonTimes } from '../../../../shared/features/teaching/lesson.ts'
import type { SessionKind } from '../../../../shared/features/timetable/timetable.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { dayClocks } from '../cohort/cohort-clock-store.ts'
import { type LessonRow, lessonsInPeriod, openDaysInPeriod } from './teaching-store.ts'

/** Hours of closed days only, each instructor with lessons by date. */
export function teachingReport(db: ReadDatabase, today: PlainDate, period: ReportPeriod): TeachingReport {
  const rows = lessonsInPeriod(db, period)
  const timesOf = lessonClock(db)
  const lessonOf = (row: LessonRow): ReportedLesson => {
    const times = lessonTimes(row, timesOf(row))
    const { date, cohort, title, n, kind, hours, note, unitCode, unitTitle } = row
    const unit = unitCode === null ? note : [`${unitCode} ${unitTitle ?? ''}`, note].filter(Boolean).join(', ')
    return { date, cohort, title, n, start: times?.start ?? '', end: times?.end ?? '', unit, kind, hours }
  }
  return {
    rows: [...Map.groupBy(rows, row => row.instructorId).values()]
      .flatMap(own => (own[0] ? [sumOf(own[0], own.map(lessonOf))] : []))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    open: openDaysInPeriod(db, today, period),
  }
}

/** The rows of a day's clock. Most days of a class are alike, and ten years have tens of thousands of lessons. */
function lessonClock(db: ReadDatabase): (row: LessonRow) => ClockRow[] {
  const clockOn = dayClocks(db)
  const days = new Map<DayClock, ClockRow[][]>()
  return row => {
    const { cohortId: id, startTime, minutesPerHour, date, dayHours } = row
    const day = clockOn({ id, startTime, minutesPerHour }, date)
    const known = days.get(day) ?? []
    const rows = known[dayHours] ?? readableClockRows(dayHours, day)
    known[dayHours] = rows
    days.set(day, known)
    return rows
  }
}

function sumOf({ instructorId, name, nip }: LessonRow, lessons: ReportedLesson[]): TeachingHours {
  const hoursOf = (kind: SessionKind) =>
    lessons.filter(lesson => lesson.kind === kind).reduce((sum, lesson) => sum + lesson.hours, 0)
  const [theory, practice] = [hoursOf('theory'), hoursOf('practice')]
  const days = new Set(lessons.map(lesson => lesson.date)).size
  return { instructorId, name, nip, days, theory, practice, hours: theory + practice, lessons }
}
