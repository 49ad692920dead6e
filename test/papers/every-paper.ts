import {
  drawAttendanceDays,
  drawAttendanceSessions,
} from '../../electron/backend/features/attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../../electron/backend/features/attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../../electron/backend/features/attendance/documents/attendance-recap.ts'
import { drawAttendanceWeeks, weeksOf } from '../../electron/backend/features/attendance/documents/attendance-week.ts'
import { drawStatements } from '../../electron/backend/features/certificate/documents/statement.ts'
import { drawCertificates } from '../../electron/backend/features/certificate-design/documents/certificate.ts'
import { drawParticipants } from '../../electron/backend/features/cohort/documents/participants.ts'
import { drawSchedule } from '../../electron/backend/features/cohort/documents/schedule.ts'
import { drawScheduleWeek } from '../../electron/backend/features/cohort/documents/schedule-week.ts'
import { drawGraduationReasons } from '../../electron/backend/features/graduation/documents/graduation-reasons.ts'
import { drawCohortLetter } from '../../electron/backend/features/letter/draw-cohort-letter.ts'
import { drawKeyedList } from '../../electron/backend/features/paper/draw-keyed-list.ts'
import { drawScheduleChange } from '../../electron/backend/features/replan/documents/schedule-change.ts'
import { drawFinalScores } from '../../electron/backend/features/score/documents/final-scores.ts'
import { drawInstructorAttendance } from '../../electron/backend/features/teaching/documents/instructor-attendance.ts'
import { drawTeachingHours } from '../../electron/backend/features/teaching/documents/teaching-hours.ts'
import { drawBiodata } from '../../electron/backend/features/trainee/documents/biodata.ts'
import { drawConsents } from '../../electron/backend/features/trainee/documents/consent.ts'
import { drawPledges } from '../../electron/backend/features/trainee/documents/pledge.ts'
import type { DrawnPaper } from '../../electron/backend/pdf/sheet.ts'
import type { CohortFacts } from '../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../shared/facts/list-facts.ts'
import {
  type CohortLetterKey,
  cohortLetterKeys,
  type ListPaperKey,
  listPaperKeys,
  type PaperKey,
  type PersonPaperKey,
} from '../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../shared/features/centre/centre.ts'
import { sampleCertificate, sampleStatement } from './samples/sample-certificate.ts'
import { sampleChange } from './samples/sample-change.ts'
import { sampleLetter } from './samples/sample-letters.ts'
import { sampleLists } from './samples/sample-lists.ts'
import { samplePersonFacts } from './samples/sample-registration.ts'
import { sampleTeaching } from './samples/sample-teaching.ts'
import { sampleTimetable } from './samples/sample-timetable.ts'

type Draw = (facts: CohortFacts, size: PaperSize) => DrawnPaper

/** Cover, photos and cards: no list, no signature, no page numbers. */
export const unsignedLists = ['cover', 'photos', 'id-cards', 'name-tags'] as const satisfies readonly ListPaperKey[]
type SignedListKey = Exclude<ListPaperKey, (typeof unsignedLists)[number]>

function isSigned(key: ListPaperKey): key is SignedListKey {
  return !unsignedLists.some(one => one === key)
}

/** For papers with one sheet per day, draws the tenth day only. */
export function drawSampleList(key: ListPaperKey, facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawKeyedList(key, facts, size, facts.days.slice(9, 10))
}

const drawList =
  (key: ListPaperKey): Draw =>
  (facts, size) =>
    drawSampleList(key, sampleLists(facts), size)
const drawLists = <Key extends ListPaperKey>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map(key => [key, drawList(key)])) as Record<Key, Draw>

/** Papers of a whole class. */
export const cohortPapers: Record<
  Exclude<
    PaperKey,
    'certificate' | 'statement' | 'graduation-reasons' | PersonPaperKey | (typeof unsignedLists)[number]
  >,
  Draw
> = {
  ...drawLists(listPaperKeys.filter(isSigned)),
  'attendance-day': (facts, size) => drawAttendanceDays(facts, facts.days.slice(9, 10), size),
  'attendance-15': drawAttendanceMatrix,
  'attendance-week': (facts, size) => drawAttendanceWeeks(facts, weeksOf(facts).slice(0, 1), size),
  'attendance-session': (facts, size) => drawAttendanceSessions(facts, facts.days.slice(9, 10), size),
  'attendance-recap': drawAttendanceRecap,
  'instructor-attendance': (facts, size) =>
    drawInstructorAttendance({ ...facts, teaching: sampleTeaching(facts, 10) }, size),
  'teaching-hours': (facts, size) => drawTeachingHours({ ...facts, teaching: sampleTeaching(facts) }, size),
  schedule: drawSchedule,
  'schedule-week': (facts, size) => drawScheduleWeek({ ...facts, timetable: sampleTimetable(facts) }, size),
  'schedule-change': (facts, size) => drawScheduleChange({ ...facts, change: sampleChange(facts) }, size),
  participants: drawParticipants,
  'final-scores': drawFinalScores,
  ...(Object.fromEntries(
    cohortLetterKeys.map(key => [
      key,
      (facts: CohortFacts, size: PaperSize) => drawCohortLetter(sampleLetter(facts, key), size),
    ]),
  ) as Record<CohortLetterKey, Draw>),
}

/** All papers; those of one person are drawn for the first trainee of the class. */
export const everyPaper: Record<PaperKey, Draw> = {
  ...cohortPapers,
  ...drawLists(unsignedLists),
  'graduation-reasons': (facts, size) => drawGraduationReasons(facts, facts.trainees, size),
  biodata: (facts, size) => drawBiodata(samplePersonFacts(facts), size),
  pledge: (facts, size) => drawPledges(samplePersonFacts(facts), size),
  consent: (facts, size) => drawConsents(samplePersonFacts(facts), size),
  certificate: facts => {
    const { lines, practice } = facts.centre
    const sample = sampleCertificate()
    const certificate = { ...sample, name: nameOf(facts), centre: { ...sample.centre, lines, practice } }
    return drawCertificates([{ facts: certificate, photo: null }], { palette: 'berwarna', logo: facts.centre.logo })
  },
  statement: (facts, size) => {
    const { lines, practice } = facts.centre
    const sample = sampleStatement()
    const statement = { ...sample, name: nameOf(facts), centre: { ...sample.centre, lines, practice } }
    return drawStatements([{ facts: statement, photo: null }], { size, logo: facts.centre.logo })
  },
}

function nameOf(facts: CohortFacts): string {
  return facts.trainees[0]?.name ?? ''
}
