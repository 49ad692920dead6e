import type { attendanceContract } from '../../../../shared/features/attendance/contract.ts'
import { DomainError, found } from '../../domain-error.ts'
import { deleteStoredFile, keepFile, readStoredFile } from '../../files/file-store.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { dayNumbered, daysOfCohort } from '../cohort/cohort-day-store.ts'
import { cohortOfEnrolment } from '../cohort/cohort-store.ts'
import { enrolmentIn } from '../cohort/enrolment-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findMark } from './attendance-store.ts'
import {
  deleteLetter,
  deleteUnusedLetters,
  findLetter,
  insertLetter,
  type LetterRecord,
  lettersOfDays,
} from './leave-letter-store.ts'

type LetterContract = Pick<typeof attendanceContract, 'addLetter' | 'removeLetter' | 'openLetter'>

export const leaveLetterHandlers: Handlers<LetterContract> = {
  async addLetter(task, { enrolmentId, days, file }) {
    task.read(scope => leaveDays(scope, enrolmentId, days))
    const { fileId, replaced } = await keepFile(task, file, (scope, { fileId, sha256, type, size }) => {
      const { db, record } = scope
      const { code, dayIds, present } = leaveDays(scope, enrolmentId, days)
      insertLetter(db, enrolmentId, dayIds, fileId)
      const before = present.length === 0 ? null : { fileIds: present }
      record('attendance_letter', `${code} ${enrolmentId}`, before, { fileId, days, type, size, sha256 })
      return { fileId, replaced: deleteUnusedLetters(db, present) }
    })
    for (const one of replaced) await deleteStoredFile(task.workspace.folder, one)
    return { fileId }
  },

  async removeLetter({ write, workspace }, { fileId: id }) {
    const { folder } = workspace
    const file = write(({ db, record }) => {
      const letter = usableLetter(db, id)
      deleteLetter(db, id)
      deleteUnusedLetters(db, [id])
      const { code, enrolmentId, days, sha256 } = letter
      record('attendance_letter', `${code} ${enrolmentId}`, { fileId: id, days, sha256 }, null)
      return letter
    })
    await deleteStoredFile(folder, file)
  },

  async openLetter({ read, write, workspace }, { fileId: id }) {
    const letter = read(({ db }) => usableLetter(db, id))
    const bytes = await readStoredFile(workspace, letter)
    // Recorded before it is returned: if recording fails, nothing is shown.
    write(({ record, saw }) => {
      saw('attendance_letter', letter.enrolmentId, [letter.traineeId])
      record('attendance_letter', `${letter.code} ${letter.enrolmentId}`, null, { opened: id, days: letter.days })
    })
    return { file: new File([bytes], 'Surat sakit atau izin', { type: letter.type }) }
  },
}

/** @throws DomainError not_found, person_frozen, person_anonymised */
function usableLetter(db: QueryScope['db'], id: number): LetterRecord {
  const letter = found(findLetter(db, id), 'file')
  assertUsable(db, letter.traineeId)
  return letter
}

/** The rows of the days, and their present letters. @throws DomainError not_found, letter_without_leave, person_frozen, person_anonymised */
function leaveDays({ db }: QueryScope, enrolmentId: number, numbers: readonly number[]) {
  const cohort = cohortOfEnrolment(db, enrolmentId)
  const trainee = enrolmentIn(db, cohort, enrolmentId)
  assertUsable(db, trainee.traineeId)
  const days = daysOfCohort(db, cohort.id)
  const dayIds = [...new Set(numbers)].map(n => {
    const day = dayNumbered(days, n)
    const mark = findMark(db, enrolmentId, day.id)?.mark
    if (mark !== 'S' && mark !== 'I') throw new DomainError({ code: 'letter_without_leave', name: trainee.name, n })
    return day.id
  })
  return { code: cohort.code, dayIds, present: lettersOfDays(db, enrolmentId, dayIds) }
}
