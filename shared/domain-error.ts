import { accessErrors } from './features/access/errors.ts'
import { activityEntities, activityErrors } from './features/activity/errors.ts'
import { alumniEntities, alumniErrors } from './features/alumni/errors.ts'
import { attachmentEntities, attachmentErrors } from './features/attachment/errors.ts'
import { attendanceEntities, attendanceErrors } from './features/attendance/errors.ts'
import { backupEntities, backupErrors } from './features/backup/errors.ts'
import { calendarEntities, calendarErrors } from './features/calendar/errors.ts'
import { centreEntities, centreErrors } from './features/centre/errors.ts'
import { certificateEntities, certificateErrors } from './features/certificate/errors.ts'
import { certificateDesignEntities, certificateDesignErrors } from './features/certificate-design/errors.ts'
import { cohortEntities, cohortErrors } from './features/cohort/errors.ts'
import { competenceEntities, competenceErrors } from './features/competence/errors.ts'
import { computerEntities, computerErrors } from './features/computer/errors.ts'
import { deskEntities, deskErrors } from './features/desk/errors.ts'
import { duplicateEntities, duplicateErrors } from './features/duplicate/errors.ts'
import { folderEntities, folderErrors } from './features/folder/errors.ts'
import { graduationEntities, graduationErrors } from './features/graduation/errors.ts'
import { historyEntities, historyErrors } from './features/history/errors.ts'
import { hubEntities, hubErrors } from './features/hub/errors.ts'
import { importEntities, importErrors } from './features/import/errors.ts'
import { instructorEntities, instructorErrors } from './features/instructor/errors.ts'
import { letterEntities, letterErrors } from './features/letter/errors.ts'
import { noteEntities } from './features/note/errors.ts'
import { officeFormEntities, officeFormErrors } from './features/office-form/errors.ts'
import { paperEntities, paperErrors } from './features/paper/errors.ts'
import { printEntities, printErrors } from './features/print/errors.ts'
import { programEntities } from './features/program/errors.ts'
import { provisionEntities, provisionErrors } from './features/provision/errors.ts'
import { registrationEntities, registrationErrors } from './features/registration/errors.ts'
import { replanErrors } from './features/replan/errors.ts'
import { reportEntities, reportErrors } from './features/report/errors.ts'
import { rightsEntities, rightsErrors } from './features/rights/errors.ts'
import { scanEntities, scanErrors } from './features/scan/errors.ts'
import { scoreEntities, scoreErrors } from './features/score/errors.ts'
import { sessionEntities, sessionErrors } from './features/session/errors.ts'
import { teachingEntities, teachingErrors } from './features/teaching/errors.ts'
import { timetableEntities, timetableErrors } from './features/timetable/errors.ts'
import { traineeEntities, traineeErrors } from './features/trainee/errors.ts'
import { updateEntities, updateErrors } from './features/update/errors.ts'

/** Names of the entities that errors and rows of the history are about, in Indonesian. */
export const entityLabels = {
  ...deskEntities,
  ...sessionEntities,
  ...computerEntities,
  ...updateEntities,
  ...centreEntities,
  ...attachmentEntities,
  ...programEntities,
  ...calendarEntities,
  ...traineeEntities,
  ...noteEntities,
  ...duplicateEntities,
  ...importEntities,
  ...instructorEntities,
  ...activityEntities,
  ...cohortEntities,
  ...timetableEntities,
  ...teachingEntities,
  ...attendanceEntities,
  ...scanEntities,
  ...scoreEntities,
  ...graduationEntities,
  ...certificateDesignEntities,
  ...certificateEntities,
  ...competenceEntities,
  ...provisionEntities,
  ...letterEntities,
  ...paperEntities,
  ...printEntities,
  ...registrationEntities,
  ...officeFormEntities,
  ...folderEntities,
  ...alumniEntities,
  ...reportEntities,
  ...hubEntities,
  ...rightsEntities,
  ...historyEntities,
  ...backupEntities,
}
export type EntityKind = keyof typeof entityLabels

/** Where the message is read. Only a page can be reloaded. */
type Reader = 'page' | 'command line'

const generalErrors = {
  not_found: ({ entity }: { entity: EntityKind }, reader: Reader) =>
    `${entityLabels[entity]} tidak ditemukan. ${reader === 'page' ? 'Mungkin sudah dihapus; muat ulang halaman.' : 'Periksa kodenya.'}`,
  name_taken: ({ entity, name }: { entity: EntityKind; name: string }) =>
    `${entityLabels[entity]} “${name}” sudah ada. Pakai nama lain.`,
}

const messages = {
  ...generalErrors,
  ...accessErrors,
  ...deskErrors,
  ...sessionErrors,
  ...computerErrors,
  ...updateErrors,
  ...centreErrors,
  ...attachmentErrors,
  ...calendarErrors,
  ...traineeErrors,
  ...duplicateErrors,
  ...importErrors,
  ...instructorErrors,
  ...activityErrors,
  ...cohortErrors,
  ...timetableErrors,
  ...teachingErrors,
  ...attendanceErrors,
  ...scanErrors,
  ...scoreErrors,
  ...graduationErrors,
  ...certificateDesignErrors,
  ...certificateErrors,
  ...competenceErrors,
  ...provisionErrors,
  ...letterErrors,
  ...registrationErrors,
  ...officeFormErrors,
  ...printErrors,
  ...paperErrors,
  ...folderErrors,
  ...alumniErrors,
  ...reportErrors,
  ...hubErrors,
  ...replanErrors,
  ...rightsErrors,
  ...historyErrors,
  ...backupErrors,
}
type Messages = typeof messages
export type DomainErrorCode = keyof Messages
export const domainErrorCodes = Object.keys(messages) as DomainErrorCode[]

/** Every rule that can be broken, as data: a code with the parameters that its message needs. */
export type DomainErrorData = {
  [Code in DomainErrorCode]: Messages[Code] extends () => string
    ? { code: Code }
    : { code: Code } & Parameters<Messages[Code]>[0]
}[DomainErrorCode]

/** A parameter may end in a full stop of its own, which would be doubled: 'S.Pd..' */
function oneStop(message: string): string {
  return message.replace(/([.?!…])\.(?![.\p{L}\d])/gu, '$1')
}

/** What happened and what to do, in one or two short Indonesian sentences. */
export function domainErrorMessage(error: DomainErrorData, reader: Reader = 'page'): string {
  const message = messages[error.code] as (parameters: DomainErrorData, reader: Reader) => string
  return oneStop(message(error, reader))
}
