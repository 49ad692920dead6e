import { accessContract } from './features/access/contract.ts'
import { activityContract } from './features/activity/contract.ts'
import { aidContract } from './features/alumni/aid-contract.ts'
import { alumniContract } from './features/alumni/contract.ts'
import { attendanceContract } from './features/attendance/contract.ts'
import { backupContract } from './features/backup/contract.ts'
import { calendarContract } from './features/calendar/contract.ts'
import { centreContract } from './features/centre/contract.ts'
import { bookContract } from './features/certificate/book-contract.ts'
import { certificateContract } from './features/certificate/contract.ts'
import { verificationContract } from './features/certificate/verification-contract.ts'
import { certificateDesignContract } from './features/certificate-design/contract.ts'
import { cohortContract } from './features/cohort/contract.ts'
import { competenceContract } from './features/competence/contract.ts'
import { computerContract } from './features/computer/contract.ts'
import { deskContract } from './features/desk/contract.ts'
import { duplicateContract } from './features/duplicate/contract.ts'
import { folderContract } from './features/folder/contract.ts'
import { graduationContract } from './features/graduation/contract.ts'
import { historyContract } from './features/history/contract.ts'
import { homeContract } from './features/home/contract.ts'
import { hubContract } from './features/hub/contract.ts'
import { importContract } from './features/import/contract.ts'
import { instructorContract } from './features/instructor/contract.ts'
import { letterContract } from './features/letter/contract.ts'
import { noteContract } from './features/note/contract.ts'
import { officeFormContract } from './features/office-form/contract.ts'
import { paperContract } from './features/paper/contract.ts'
import { printContract } from './features/print/contract.ts'
import { programContract } from './features/program/contract.ts'
import { provisionContract } from './features/provision/contract.ts'
import { registrationContract } from './features/registration/contract.ts'
import { replanContract } from './features/replan/contract.ts'
import { reportContract } from './features/report/contract.ts'
import { rightsContract } from './features/rights/contract.ts'
import { scanContract } from './features/scan/contract.ts'
import { scoreContract } from './features/score/contract.ts'
import { sessionContract } from './features/session/contract.ts'
import { teachingContract } from './features/teaching/contract.ts'
import { timetableContract } from './features/timetable/contract.ts'
import { traineeContract } from './features/trainee/contract.ts'
import { updateContract } from './features/update/contract.ts'

/** Everything a host can ask of the backend. Handlers, clients, routes and test doubles are derived from this object. */
export const contract = {
  access: accessContract,
  desk: deskContract,
  session: sessionContract,
  computer: computerContract,
  update: updateContract,
  backup: backupContract,
  home: homeContract,
  centre: centreContract,
  calendar: calendarContract,
  replan: replanContract,
  program: programContract,
  instructor: instructorContract,
  trainee: traineeContract,
  note: noteContract,
  import: importContract,
  registration: registrationContract,
  duplicate: duplicateContract,
  cohort: cohortContract,
  timetable: timetableContract,
  attendance: attendanceContract,
  teaching: teachingContract,
  score: scoreContract,
  graduation: graduationContract,
  certificate: certificateContract,
  competence: competenceContract,
  book: bookContract,
  verification: verificationContract,
  certificateDesign: certificateDesignContract,
  paper: paperContract,
  folder: folderContract,
  print: printContract,
  letter: letterContract,
  officeForm: officeFormContract,
  activity: activityContract,
  hub: hubContract,
  rights: rightsContract,
  history: historyContract,
  scan: scanContract,
  provision: provisionContract,
  alumni: alumniContract,
  aid: aidContract,
  report: reportContract,
}
export type Contract = typeof contract

/** 'attendance.fillDay'. Lists of operations by name use it, so that none goes on naming what was renamed. */
export type OperationName = {
  [Feature in keyof Contract]: `${Feature}.${keyof Contract[Feature] & string}`
}[keyof Contract]
