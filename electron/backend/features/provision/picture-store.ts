import type { FileId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import type { FileOnDisk } from '../../files/file-store.ts'

export type PictureRow = FileOnDisk & { fileId: FileId; caption: string }

/** In printing order. */
export function picturesOfCohort(db: ReadDatabase, cohortId: number): PictureRow[] {
  return db.all<PictureRow>(
    `SELECT file_id AS fileId, name, sha256, type, size, caption FROM cohort_picture
     JOIN stored_file ON stored_file.id = file_id WHERE cohort_id = ? ORDER BY position, file_id`,
    [cohortId],
  )
}

export function insertPicture(db: WriteDatabase, cohortId: number, fileId: number, caption: string): void {
  db.run(
    `INSERT INTO cohort_picture (file_id, cohort_id, position, caption)
     SELECT @fileId, @cohortId, coalesce(max(position), 0) + 1, @caption FROM cohort_picture WHERE cohort_id = @cohortId`,
    { fileId, cohortId, caption },
  )
}

export function placePicture(db: WriteDatabase, fileId: number, position: number, caption: string): void {
  db.update('cohort_picture', 'position, caption', { position, caption, fileId }, 'file_id')
}

export function deletePicture(db: WriteDatabase, fileId: number): void {
  db.run('DELETE FROM cohort_picture WHERE file_id = ?', [fileId])
  db.run('DELETE FROM stored_file WHERE id = ?', [fileId])
}
