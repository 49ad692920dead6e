import type { attendanceContract } from '../../../../shared/features/attendance/contract.ts'
import { fileId } from '../../../../shared/ids.ts'
import { DomainError, found } from '../../domain-error.ts'
import { deleteStoredFile, insertStoredFile, readStoredFile, writeStoredFile } from '../../files/file-store.ts'
import type { Handlers, QueryScope } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { cohortOfEnrolment } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findMark } from './attendance-store.ts'
import { dropSilentLetters, findLetter, insertLetter, type LetterRecord } from './leave-letter-store.ts'

type LetterContract = Pick<typeof attendanceContract, 'addLetter' | 'removeLetter' | 'openLetter'>

export const letterHandlers: Handlers<LetterContract> = {
  async addLetter({ read, write, workspace, entropy }, { enrolmentId, days, file }) {
    read(scope => leaveDays(scope, enrolmentId, days))
    const { folder } = workspace
    const onDisk = await writeStoredFile(folder, file, Buffer.from(entropy(16)).toString('hex'))
    try {
      const { stored, replaced } = write(scope => {
        const { db, at, operator, record } = scope
        const { code, dayIds, present } = leaveDays(scope, enrolmentId, days)
        const stored = fileId.parse(insertStoredFile(db, onDisk, { at, by: operator.name }))
        insertLetter(db, enrolmentId, dayIds, stored)
        const { sha256, type, size } = onDisk
        const before = present.length === 0 ? null : { fileIds: present }
        record('attendance_letter', `${code} ${enrolmentId}`, before, { fileId: stored, days, type, size, sha256 })
        return { stored, replaced: dropSilentLetters(db, present) }
      })
      for (const one of replaced) await deleteStoredFile(folder, one)
      return { fileId: stored }
    } catch (error) {
      await deleteStoredFile(folder, onDisk)
      throw error
    }
  },

  async removeLetter({ write, workspace }, { fileId: id }) {
    const { folder } = workspace
    const file = write(({ db, record }) => {
      const letter = usableLetter(db, id)
      db.run('DELETE FROM attendance_letter WHERE file_id = ?', [id])
      dropSilentLetters(db, [id])
      const { code, enrolmentId, days, sha256 } = letter
      record('attendance_letter', `${code} ${enrolmentId}`, { fileId: id, days, sha256 }, null)
      return letter
    })
    await deleteStoredFile(folder, file)
  },

  async openLetter({ read, write, workspace }, { fileId: id }) {
    const letter = read(({ db }) => usableLetter(db, id))
    const bytes = await readStoredFile(workspace.folder, letter)
    // Written down before it is handed out: what nobody can write down nobody gets to see.
    write(({ record }) =>
      record('attendance_letter', `${letter.code} ${letter.enrolmentId}`, null, { opened: id, days: letter.days }),
    )
    return { file: new File([bytes], 'Surat sakit atau izin', { type: letter.type }) }
  },
}

/** @throws DomainError not_found, person_frozen, person_anonymised */
function usableLetter(db: QueryScope['db'], id: number): LetterRecord {
  const letter = found(findLetter(db, id), 'file')
  assertUsable(db, letter.traineeId)
  return letter
}

/**
 * The days as rows, and the letters that stand there already.
 * @throws DomainError not_found, letter_without_leave, person_frozen, person_anonymised
 */
function leaveDays({ db }: QueryScope, enrolmentId: number, numbers: readonly number[]) {
  const cohort = cohortOfEnrolment(db, enrolmentId)
  const trainee = found(
    traineesOfCohort(db, cohort.id).find(row => row.enrolmentId === enrolmentId),
    'enrolment',
  )
  assertUsable(db, trainee.traineeId)
  const days = daysOfCohort(db, cohort.id)
  const dayIds = [...new Set(numbers)].map(n => {
    const day = found(
      days.find(row => row.n === n),
      'day',
    )
    const mark = findMark(db, enrolmentId, day.id)?.mark
    if (mark !== 'S' && mark !== 'I') throw new DomainError({ code: 'letter_without_leave', name: trainee.name, n })
    return day.id
  })
  const present = db.all<{ id: number }>(
    `SELECT DISTINCT file_id AS id FROM attendance_letter
     WHERE enrolment_id = ? AND day_id IN (SELECT value FROM json_each(?))`,
    [enrolmentId, JSON.stringify(dayIds)],
  )
  return { code: cohort.code, dayIds, present: present.map(row => row.id) }
}
