import type { Contract } from '../../shared/contract.ts'
import { activityHandlers } from './features/activity/activity-handlers.ts'
import { aidHandlers } from './features/alumni/aid-handlers.ts'
import { alumniHandlers } from './features/alumni/alumni-handlers.ts'
import { attendanceHandlers } from './features/attendance/attendance-handlers.ts'
import { calendarHandlers } from './features/calendar/calendar-handlers.ts'
import { centreHandlers } from './features/centre/centre-handlers.ts'
import { bookHandlers } from './features/certificate/book-handlers.ts'
import { certificateHandlers } from './features/certificate/certificate-handlers.ts'
import { verificationHandlers } from './features/certificate/verification-handlers.ts'
import { certificateDesignHandlers } from './features/certificate-design/design-handlers.ts'
import { cohortHandlers } from './features/cohort/cohort-handlers.ts'
import { timetableHandlers } from './features/cohort/timetable-handlers.ts'
import { graduationHandlers } from './features/graduation/graduation-handlers.ts'
import { homeHandlers } from './features/home/home-handlers.ts'
import { importHandlers } from './features/import/import-handlers.ts'
import { instructorHandlers } from './features/instructor/instructor-handlers.ts'
import { paperHandlers } from './features/paper/paper-handlers.ts'
import { programHandlers } from './features/program/program-handlers.ts'
import { registrationHandlers } from './features/registration/registration-handlers.ts'
import { rightsHandlers } from './features/rights/rights-handlers.ts'
import { scoreHandlers } from './features/score/score-handlers.ts'
import { sessionHandlers } from './features/session/session-handlers.ts'
import { doubleHandlers } from './features/trainee/double-handlers.ts'
import { traineeHandlers } from './features/trainee/trainee-handlers.ts'
import type { Handlers } from './scope.ts'

export const handlers: { readonly [Feature in keyof Contract]: Handlers<Contract[Feature]> } = {
  session: sessionHandlers,
  home: homeHandlers,
  centre: centreHandlers,
  calendar: calendarHandlers,
  program: programHandlers,
  instructor: instructorHandlers,
  trainee: traineeHandlers,
  import: importHandlers,
  registration: registrationHandlers,
  double: doubleHandlers,
  cohort: cohortHandlers,
  timetable: timetableHandlers,
  attendance: attendanceHandlers,
  score: scoreHandlers,
  graduation: graduationHandlers,
  certificate: certificateHandlers,
  book: bookHandlers,
  verification: verificationHandlers,
  certificateDesign: certificateDesignHandlers,
  paper: paperHandlers,
  activity: activityHandlers,
  rights: rightsHandlers,
  alumni: alumniHandlers,
  aid: aidHandlers,
}
