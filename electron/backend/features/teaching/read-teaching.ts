import { readableClockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type { CohortTeaching, LessonDraft, TaughtDay } from '../../../../shared/features/teaching/contract.ts'
import { proposedLessons } from '../../../../shared/features/teaching/lesson.ts'
import type { PlannedUnit } from '../../../../shared/features/timetable/timetable.ts'
import { cohortUnitId, instructorId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { dayClocks } from '../cohort/cohort-clock-store.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, unitsOfCohort } from '../cohort/cohort-store.ts'
import { readLaidTimetable } from '../cohort/lay-timetable.ts'
import { listTeachers } from '../instructor/instructor-store.ts'
import { correctionsOf, taughtDaysOf } from './teaching-store.ts'

export type TaughtDayRow = TaughtDay & { id: number }

/** Days of a class as taught, or as proposed by the timetable if no lesson is recorded. */
export function teachingDays(db: ReadDatabase, cohort: CohortRecord): TaughtDayRow[] {
  const { days, blocks } = readLaidTimetable(db, cohort.id)
  const clockOn = dayClocks(db, cohort.id)
  const taught = taughtDaysOf(db, cohort.id)
  const corrections = correctionsOf(db, cohort.id)
  return days.map((day, index) => {
    const record = taught.get(day.id)
    return {
      id: day.id,
      n: day.n,
      date: day.date,
      hours: day.hours,
      topic: day.topic,
      clock: readableClockRows(day.hours, clockOn(cohort, day.date)),
      instructors: day.instructors,
      lessons: record?.lessons ?? proposed(day, blocks[index] ?? []),
      recorded: record !== undefined,
      closed: record?.closed ?? null,
      corrections: corrections.get(day.id) ?? [],
    }
  })
}

function proposed(day: DayRecord, blocks: Parameters<typeof proposedLessons>[1]): LessonDraft[] {
  return proposedLessons(day, blocks).map(lesson => ({
    ...lesson,
    instructorId: instructorId.parse(lesson.instructorId),
    unitId: lesson.unitId === null ? null : cohortUnitId.parse(lesson.unitId),
    note: lesson.note.slice(0, 120),
  }))
}

export function cohortTeaching(db: ReadDatabase, today: PlainDate, cohort: CohortRecord): CohortTeaching {
  const rows = teachingDays(db, cohort)
  const own = new Set<number>(rows.flatMap(day => day.instructors.map(one => one.id)))
  const used = new Set<number>(rows.flatMap(day => day.lessons.map(lesson => lesson.instructorId)))
  // People who are planned or have taught can be chosen even after leaving the centre.
  const people = listTeachers(db).filter(one => one.active || own.has(one.id) || used.has(one.id))
  return {
    code: cohort.code,
    today,
    cancelled: cohort.cancelled,
    days: rows.map(({ id: _, ...day }) => day),
    units: unitsOfCohort(db, cohort.id).map(({ id, code, title }, index) => ({
      id: cohortUnitId.parse(id),
      position: index + 1,
      code,
      title,
    })),
    instructors: people
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)) || a.name.localeCompare(b.name, 'id')),
  }
}

/** 'JP 1–4 Rina Marliana: Merias Wajah Sehari-hari', as stored in corrections. */
export function lessonLines(
  lessons: readonly LessonDraft[],
  units: readonly PlannedUnit[],
  nameOf: (id: number) => string,
): string[] {
  return lessons.map(({ instructorId: id, unitId, firstHour, hours, note }) => {
    const last = firstHour + hours - 1
    const unit = units.find(one => one.id === unitId)?.title
    const what = [unit, note].filter(Boolean).join(', ')
    return `JP ${firstHour === last ? last : `${firstHour}–${last}`} ${nameOf(id)}: ${what}`
  })
}
