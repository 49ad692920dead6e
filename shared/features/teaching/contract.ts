import { z } from 'zod'
import { cohortCodeSchema, cohortUnitId, type InstructorId, instructorId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { type BinaryFile, line, paragraph, plainDateSchema, whole } from '../../kernel/schema.ts'
import { command, output, query, task, workTicket } from '../../operation.ts'
import type { ClockRow } from '../cohort/day-clock.ts'
import type { SessionKind } from '../timetable/timetable.ts'

const dayNumber = whole(1, 60)

const lessonDraft = z
  .strictObject({
    instructorId,
    unitId: cohortUnitId.nullable(),
    kind: z.enum(['theory', 'practice']),
    firstHour: whole(1, 12),
    hours: whole(1, 12),
    note: line(120),
  })
  .refine(lesson => lesson.unitId !== null || lesson.note !== '', {
    path: ['note'],
    error: 'Tanpa unit, tulis apa yang diajarkan.',
  })
export type LessonDraft = z.infer<typeof lessonDraft>

export type TaughtCorrection = { at: string; operator: string; reason: string; before: string[]; after: string[] }

export type TaughtDay = {
  n: number
  date: PlainDate
  /** Hours (JP). */
  hours: number
  topic: string
  clock: ClockRow[]
  /** As planned. */
  instructors: { id: InstructorId; name: string }[]
  /** Recorded lessons, or the proposal from the timetable. */
  lessons: LessonDraft[]
  recorded: boolean
  closed: { by: string; at: string } | null
  corrections: TaughtCorrection[]
}

export type CohortTeaching = {
  code: string
  today: PlainDate
  /** True if the class was cancelled, which makes it read-only. */
  cancelled: boolean
  days: TaughtDay[]
  units: { id: LessonDraft['unitId'] & number; position: number; code: string; title: string }[]
  /** Possible instructors, those of the class first. */
  instructors: { id: InstructorId; name: string }[]
}

/** A lesson of a closed day, for reports. */
export type ReportedLesson = {
  date: PlainDate
  cohort: string
  title: string
  n: number
  start: string
  end: string
  unit: string
  kind: SessionKind
  hours: number
}
export type TeachingHours = {
  instructorId: InstructorId
  name: string
  nip: string
  days: number
  theory: number
  practice: number
  hours: number
  lessons: ReportedLesson[]
}
export type TeachingReport = {
  rows: TeachingHours[]
  /** Held days of the period whose teaching is not closed; their hours are not included. */
  open: { cohort: string; title: string; n: number; date: PlainDate }[]
}

const reportPeriod = z
  .strictObject({ from: plainDateSchema, until: plainDateSchema, code: cohortCodeSchema.nullable() })
  .refine(period => period.until >= period.from, { path: ['until'], error: 'Berakhir sebelum mulai.' })
export type ReportPeriod = z.infer<typeof reportPeriod>

/** Lessons taught, and hours of instructors. */
export const teachingContract = {
  ofCohort: query('attendance.see', { code: cohortCodeSchema }, output<CohortTeaching>()),
  /** The lessons of a day. A closed day needs a reason; coming days are refused. */
  record: command('attendance.change', 'Mencatat jam mengajar', {
    code: cohortCodeSchema,
    n: dayNumber,
    lessons: z.array(lessonDraft).min(1).max(24),
    reason: paragraph(500).nullable(),
  }),
  /** Days without recorded lessons take those of the timetable. Closed days are unchanged. */
  closeDays: command(
    'attendance.change',
    'Menutup jam mengajar',
    { code: cohortCodeSchema, days: z.array(dayNumber).min(1).max(60) },
    output<{ closed: number[] }>(),
  ),
  report: query('report.figures', reportPeriod, output<TeachingReport>()),
  exportReport: task(
    'report.names',
    'Mengekspor jam mengajar',
    reportPeriod.safeExtend(workTicket),
    output<{ file: BinaryFile }>(),
  ),
}
