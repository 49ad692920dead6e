import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import type { EnrolmentId, TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import type { StoredFile } from '../../files/file-store.ts'

/** A letter for days of one person in one class. */
export type LetterRecord = StoredFile & { code: string; enrolmentId: EnrolmentId; traineeId: TraineeId; days: number[] }

export function findLetter(db: ReadDatabase, fileId: number): LetterRecord | undefined {
  const row = db.get<Omit<LetterRecord, 'days'> & { days: string }>(
    `SELECT stored_file.id, stored_file.name, sha256, type, size, cohort.code, enrolment.id AS enrolmentId,
       trainee_id AS traineeId, json_group_array(cohort_day.n) AS days
     FROM attendance_letter JOIN stored_file ON stored_file.id = file_id JOIN enrolment ON enrolment.id = enrolment_id
     JOIN cohort_day ON cohort_day.id = day_id JOIN cohort ON cohort.id = enrolment.cohort_id
     WHERE file_id = ? GROUP BY file_id`,
    [fileId],
  )
  return row && { ...row, days: (JSON.parse(row.days) as number[]).toSorted((a, b) => a - b) }
}

export function insertLetter(db: WriteDatabase, enrolmentId: number, dayIds: readonly number[], fileId: number): void {
  for (const dayId of dayIds) {
    db.run('DELETE FROM attendance_letter WHERE enrolment_id = ? AND day_id = ?', [enrolmentId, dayId])
    db.insert('attendance_letter', 'enrolment_id, day_id, file_id', { enrolmentId, dayId, fileId })
  }
}

/** Deletes letters without days; the caller deletes their files. */
export function deleteUnusedLetters(db: WriteDatabase, fileIds: readonly number[]): StoredFile[] {
  const unused = db.all<StoredFile>(
    `SELECT id, name, sha256, type, size FROM stored_file
     WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT file_id FROM attendance_letter)`,
    [JSON.stringify(fileIds)],
  )
  for (const file of unused) db.run('DELETE FROM stored_file WHERE id = ?', [file.id])
  return unused
}

/** Letters of a person in all classes, without duplicates. */
export function lettersOfTrainee(db: ReadDatabase, traineeId: number): number[] {
  return db.values<number>(
    `SELECT DISTINCT file_id AS id FROM attendance_letter JOIN enrolment ON enrolment.id = enrolment_id WHERE trainee_id = ?`,
    [traineeId],
  )
}

/** A letter needs S or I. @throws DomainError letter_attached */
export function assertNoLetter(
  db: ReadDatabase,
  trainee: { enrolmentId: number; name: string },
  day: { id: number; n: number },
  mark: Mark | null,
): void {
  if (mark === 'S' || mark === 'I') return
  const letter = db.get('SELECT 1 FROM attendance_letter WHERE enrolment_id = ? AND day_id = ?', [
    trainee.enrolmentId,
    day.id,
  ])
  if (letter) throw new DomainError({ code: 'letter_attached', name: trainee.name, n: day.n })
}

export function deleteLetter(db: WriteDatabase, fileId: number): void {
  db.run('DELETE FROM attendance_letter WHERE file_id = ?', [fileId])
}

/** Letters for any of these days, without duplicates. */
export function lettersOfDays(db: ReadDatabase, enrolmentId: number, dayIds: readonly number[]): number[] {
  return db.values<number>(
    `SELECT DISTINCT file_id AS id FROM attendance_letter
       WHERE enrolment_id = ? AND day_id IN (SELECT value FROM json_each(?))`,
    [enrolmentId, JSON.stringify(dayIds)],
  )
}
