import { type ClockRow, type DayClock, readableClockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type {
  ReportedLesson,
  ReportPeriod,
  TeachingHours,
  TeachingReport,
} from '../../../../shared/features/teaching/contract.ts'
import { lessonTimes } from '../../../../shared/features/teaching/lesson.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { found } from '../../domain-error.ts'
import { dayClocks } from '../cohort/cohort-clock-store.ts'
import {
  type LessonRow,
  lessonsInPeriod,
  namesOfInstructors,
  namesOfUnits,
  openDaysInPeriod,
  taughtCohorts,
} from './teaching-store.ts'

/** Hours of closed days only; each instructor with lessons by date. */
export function teachingReport(db: ReadDatabase, today: PlainDate, period: ReportPeriod): TeachingReport {
  const people = namesOfInstructors(db)
  const lessonOf = reportedLessons(db)
  const sums = new Map<InstructorId, TeachingHours>()
  const lastDates = new Map<InstructorId, PlainDate>()
  for (const row of lessonsInPeriod(db, period)) {
    const { instructorId, date, kind, hours } = row
    const sum = sums.get(instructorId) ?? noHours(instructorId, found(people.get(instructorId), 'instructor'))
    sums.set(instructorId, sum)
    if (lastDates.get(instructorId) !== date) sum.days += 1
    lastDates.set(instructorId, date)
    sum[kind] += hours
    sum.hours += hours
    sum.lessons.push(lessonOf(row))
  }
  return {
    rows: [...sums.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'id')),
    open: openDaysInPeriod(db, today, period),
  }
}

function noHours(instructorId: InstructorId, person: { name: string; nip: string }): TeachingHours {
  return { instructorId, ...person, days: 0, theory: 0, practice: 0, hours: 0, lessons: [] }
}

/** Cached, because most days of a class are alike and ten years have tens of thousands of lessons. */
function reportedLessons(db: ReadDatabase): (row: LessonRow) => ReportedLesson {
  const clockOn = dayClocks(db)
  const cohorts = taughtCohorts(db)
  const units = namesOfUnits(db)
  const clocks = new Map<DayClock, ClockRow[][]>()
  return ({ date, cohortId, n, dayHours, unitId, kind, firstHour, hours, note }) => {
    const cohort = found(cohorts.get(cohortId), 'cohort')
    const clock = clockOn(cohort, date)
    const known = clocks.get(clock) ?? []
    const rows = known[dayHours] ?? readableClockRows(dayHours, clock)
    known[dayHours] = rows
    clocks.set(clock, known)
    const times = lessonTimes({ firstHour, hours }, rows)
    const name = unitId === null ? '' : (units.get(unitId) ?? '')
    return {
      date,
      cohort: cohort.code,
      title: cohort.title,
      n,
      start: times?.start ?? '',
      end: times?.end ?? '',
      unit: name !== '' && note !== '' ? `${name}, ${note}` : name || note,
      kind,
      hours,
    }
  }
}
