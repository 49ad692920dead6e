import type { Contract } from '../../shared/contract.ts'
import { accessHandlers } from './features/access/access-handlers.ts'
import { requestHandlers } from './features/access/request-handlers.ts'
import { activityHandlers } from './features/activity/activity-handlers.ts'
import { admissionHandlers } from './features/admission/admission-handlers.ts'
import { aidHandlers } from './features/alumni/aid-handlers.ts'
import { alumniHandlers } from './features/alumni/alumni-handlers.ts'
import { attendanceHandlers } from './features/attendance/attendance-handlers.ts'
import { leaveLetterHandlers } from './features/attendance/letter-handlers.ts'
import { backupHandlers } from './features/backup/backup-handlers.ts'
import { calendarHandlers } from './features/calendar/calendar-handlers.ts'
import { centreHandlers } from './features/centre/centre-handlers.ts'
import { certificateHandlers } from './features/certificate/certificate-handlers.ts'
import { bookHandlers } from './features/certificate/register/book-handlers.ts'
import { verificationHandlers } from './features/certificate/verify/verification-handlers.ts'
import { certificateDesignHandlers } from './features/certificate-design/design-handlers.ts'
import { cohortHandlers } from './features/cohort/cohort-handlers.ts'
import { competenceHandlers } from './features/competence/competence-handlers.ts'
import { computerHandlers } from './features/computer/computer-handlers.ts'
import { deskHandlers } from './features/desk/desk-handlers.ts'
import { duplicateHandlers } from './features/duplicate/duplicate-handlers.ts'
import { folderHandlers } from './features/folder/folder-handlers.ts'
import { graduationHandlers } from './features/graduation/graduation-handlers.ts'
import { historyHandlers } from './features/history/history-handlers.ts'
import { homeHandlers } from './features/home/home-handlers.ts'
import { hubHandlers } from './features/hub/hub-handlers.ts'
import { importHandlers } from './features/import/import-handlers.ts'
import { instructorHandlers } from './features/instructor/instructor-handlers.ts'
import { letterHandlers } from './features/letter/letter-handlers.ts'
import { noteHandlers } from './features/note/note-handlers.ts'
import { officeFormHandlers } from './features/office-form/office-form-handlers.ts'
import { paperHandlers } from './features/paper/paper-handlers.ts'
import { printHandlers } from './features/print/print-handlers.ts'
import { programHandlers } from './features/program/program-handlers.ts'
import { pictureHandlers } from './features/provision/picture-handlers.ts'
import { provisionHandlers } from './features/provision/provision-handlers.ts'
import { placeHandlers } from './features/registration/place-handlers.ts'
import { registrationHandlers } from './features/registration/registration-handlers.ts'
import { registrationPaperHandlers } from './features/registration/registration-paper-handlers.ts'
import { replanHandlers } from './features/replan/replan-handlers.ts'
import { reportFileHandlers } from './features/report/file/report-file-handlers.ts'
import { reportHandlers } from './features/report/report-handlers.ts'
import { rightsHandlers } from './features/rights/rights-handlers.ts'
import { scanHandlers } from './features/scan/scan-handlers.ts'
import { scoreHandlers } from './features/score/score-handlers.ts'
import { sessionHandlers } from './features/session/session-handlers.ts'
import { setupHandlers } from './features/setup/setup-handlers.ts'
import { teachingHandlers } from './features/teaching/teaching-handlers.ts'
import { timetableHandlers } from './features/timetable/timetable-handlers.ts'
import { traineeFileHandlers } from './features/trainee/trainee-file-handlers.ts'
import { traineeHandlers } from './features/trainee/trainee-handlers.ts'
import { updateHandlers } from './features/update/update-handlers.ts'
import type { Handlers } from './scope.ts'

export const handlers: { readonly [Feature in keyof Contract]: Handlers<Contract[Feature]> } = {
  access: { ...accessHandlers, ...requestHandlers },
  desk: deskHandlers,
  session: sessionHandlers,
  computer: computerHandlers,
  update: updateHandlers,
  backup: backupHandlers,
  home: homeHandlers,
  centre: { ...centreHandlers, ...setupHandlers },
  calendar: calendarHandlers,
  replan: replanHandlers,
  program: programHandlers,
  instructor: instructorHandlers,
  trainee: { ...traineeHandlers, ...traineeFileHandlers, ...admissionHandlers },
  note: noteHandlers,
  import: importHandlers,
  registration: { ...registrationHandlers, ...placeHandlers, ...registrationPaperHandlers },
  duplicate: duplicateHandlers,
  cohort: cohortHandlers,
  timetable: timetableHandlers,
  attendance: { ...attendanceHandlers, ...leaveLetterHandlers },
  teaching: teachingHandlers,
  score: scoreHandlers,
  graduation: graduationHandlers,
  certificate: certificateHandlers,
  competence: competenceHandlers,
  book: bookHandlers,
  verification: verificationHandlers,
  certificateDesign: certificateDesignHandlers,
  paper: paperHandlers,
  folder: folderHandlers,
  print: printHandlers,
  letter: letterHandlers,
  officeForm: officeFormHandlers,
  activity: activityHandlers,
  hub: hubHandlers,
  rights: rightsHandlers,
  history: historyHandlers,
  scan: scanHandlers,
  provision: { ...provisionHandlers, ...pictureHandlers },
  alumni: alumniHandlers,
  aid: aidHandlers,
  report: { ...reportHandlers, ...reportFileHandlers },
}
