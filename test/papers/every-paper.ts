import { drawAttendanceDays } from '../../electron/backend/features/attendance/documents/attendance-day.ts'
import { drawAttendanceMatrix } from '../../electron/backend/features/attendance/documents/attendance-matrix.ts'
import { drawAttendanceRecap } from '../../electron/backend/features/attendance/documents/attendance-recap.ts'
import { drawScheduleChange } from '../../electron/backend/features/calendar/documents/schedule-change.ts'
import { drawCertificates } from '../../electron/backend/features/certificate/documents/certificate.ts'
import { drawStatements } from '../../electron/backend/features/certificate/documents/statement.ts'
import { drawParticipants } from '../../electron/backend/features/cohort/documents/participants.ts'
import { drawSchedule } from '../../electron/backend/features/cohort/documents/schedule.ts'
import { drawScheduleWeek } from '../../electron/backend/features/cohort/documents/schedule-week.ts'
import { drawGraduationMinutes } from '../../electron/backend/features/graduation/documents/graduation-minutes.ts'
import { drawGraduationReasons } from '../../electron/backend/features/graduation/documents/graduation-reasons.ts'
import type { ClassFacts } from '../../electron/backend/features/paper/class-facts.ts'
import { drawFinalScores } from '../../electron/backend/features/score/documents/final-scores.ts'
import { drawBiodata } from '../../electron/backend/features/trainee/documents/biodata.ts'
import { drawConsents } from '../../electron/backend/features/trainee/documents/consent.ts'
import { drawPledges } from '../../electron/backend/features/trainee/documents/pledge.ts'
import type { DrawnPaper } from '../../electron/backend/pdf/sheet.ts'
import type { PaperSize } from '../../shared/features/centre/centre.ts'
import type { PaperKey, PersonPaperKey } from '../../shared/features/paper/paper-key.ts'
import { sampleCertificate, sampleStatement } from './sample-certificate.ts'
import { sampleChange } from './sample-change.ts'
import { samplePersonFacts } from './sample-registration.ts'
import { sampleTimetable } from './sample-timetable.ts'

type Draw = (facts: ClassFacts, size: PaperSize) => DrawnPaper

/** Papers of a whole class. */
export const classPapers: Record<
  Exclude<PaperKey, 'certificate' | 'statement' | 'graduation-reasons' | PersonPaperKey>,
  Draw
> = {
  'attendance-day': (facts, size) => drawAttendanceDays(facts, facts.days.slice(9, 10), size),
  'attendance-15': drawAttendanceMatrix,
  'attendance-recap': drawAttendanceRecap,
  schedule: drawSchedule,
  'schedule-week': (facts, size) => drawScheduleWeek({ ...facts, timetable: sampleTimetable(facts) }, size),
  'schedule-change': (facts, size) => drawScheduleChange({ ...facts, change: sampleChange(facts) }, size),
  participants: drawParticipants,
  'final-scores': drawFinalScores,
  'graduation-minutes': (facts, size) => {
    if (!facts.panel) throw new Error('the sample class has no panel')
    return drawGraduationMinutes({ ...facts, panel: facts.panel }, size)
  },
}

/** All papers; those of one person are drawn for the first trainee of the class. */
export const everyPaper: Record<PaperKey, Draw> = {
  ...classPapers,
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

function nameOf(facts: ClassFacts): string {
  return facts.trainees[0]?.name ?? ''
}
