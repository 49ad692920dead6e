import type { CohortFacts, DayFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { CohortLetterKey, ListPaperKey, PaperKey, PersonPaperKey } from '../../../../shared/facts/paper-key.ts'
import type { ScheduleChange } from '../../../../shared/facts/schedule-change-facts.ts'
import type { TaughtDayFacts } from '../../../../shared/facts/teaching-facts.ts'
import type { WeekDay } from '../../../../shared/facts/week-facts.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { DomainError } from '../../domain-error.ts'
import type { ReturningPaper } from '../../paper-kit/returning-sheet.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawAttendanceDays, drawAttendanceSessions } from '../attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../attendance/documents/attendance-recap.ts'
import { drawAttendanceWeeks, weeksOf } from '../attendance/documents/attendance-week.ts'
import { drawParticipants } from '../cohort/documents/participants.ts'
import { drawSchedule } from '../cohort/documents/schedule.ts'
import { drawScheduleWeek } from '../cohort/documents/schedule-week.ts'
import { drawGraduationReasons, peopleToExplain } from '../graduation/documents/graduation-reasons.ts'
import { drawScheduleChange } from '../replan/documents/schedule-change.ts'
import { drawFinalScores } from '../score/documents/final-scores.ts'
import { drawInstructorAttendance } from '../teaching/documents/instructor-attendance.ts'
import { drawTeachingHours } from '../teaching/documents/teaching-hours.ts'

/** The class, its last change of dates, and what was taught. */
export type CohortPaperFacts = CohortFacts & {
  change: ScheduleChange | null
  timetable: WeekDay[]
  teaching: TaughtDayFacts[]
}

/** `day`: one day; `from`: all days from it on; `position`: list number of one person. */
export type PaperPart = { day: number | null; from: number | null; position: number | null }

/** Not issued papers, papers of a person, lists and letters, which are drawn elsewhere from other data. */
type CohortPaperKey = Exclude<PaperKey, 'certificate' | 'statement' | PersonPaperKey | ListPaperKey | CohortLetterKey>

const drawn: Record<
  CohortPaperKey,
  (facts: CohortPaperFacts, size: PaperSize, part: PaperPart) => DrawnPaper & Partial<ReturningPaper>
> = {
  'attendance-day': (facts, size, part) => drawAttendanceDays(facts, chosenDays(facts.days, part), size),
  'attendance-15': drawAttendanceMatrix,
  'attendance-week': (facts, size, part) => {
    const wanted = new Set(chosenDays(facts.days, part).map(day => day.n))
    const weeks = weeksOf(facts).filter(week => week.days.some(day => wanted.has(day.n)))
    return drawAttendanceWeeks(facts, weeks, size)
  },
  'attendance-session': (facts, size, part) => drawAttendanceSessions(facts, chosenDays(facts.days, part), size),
  'attendance-recap': drawAttendanceRecap,
  'instructor-attendance': drawInstructorAttendance,
  'teaching-hours': drawTeachingHours,
  schedule: drawSchedule,
  'schedule-week': drawScheduleWeek,
  'schedule-change': drawScheduleChange,
  participants: drawParticipants,
  'final-scores': drawFinalScores,
  'graduation-reasons': (facts, size, { position }) => {
    const people = peopleToExplain(facts.trainees).filter(one => position === null || one.position === position)
    return drawGraduationReasons(facts, people, size)
  },
}

export function drawCohortPaper(
  key: CohortPaperKey,
  facts: CohortPaperFacts,
  size: PaperSize,
  part: PaperPart,
): DrawnPaper & Partial<ReturningPaper> {
  return drawn[key](facts, size, part)
}

/** @throws DomainError not_found */
export function chosenDays(days: readonly DayFacts[], { day, from }: Pick<PaperPart, 'day' | 'from'>): DayFacts[] {
  const found = days.filter(row => (day === null ? row.n >= (from ?? 1) : row.n === day))
  if (found.length === 0) throw new DomainError({ code: 'not_found', entity: 'day' })
  return found
}
