import type { TraineeFile } from '../../../../shared/features/trainee/contract.ts'
import type { FileKind } from '../../../../shared/features/trainee/trainee-file.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import type { StoredFile } from '../../files/file-store.ts'

type TraineeFileRecord = StoredFile & { kind: FileKind; traineeId: TraineeId }

export function filesOf(db: ReadDatabase, traineeId: number): TraineeFile[] {
  return db.all<TraineeFile>(
    `SELECT file_id AS id, kind, type, size, recorded_at AS at, recorded_by AS by
     FROM trainee_file JOIN stored_file ON stored_file.id = file_id WHERE trainee_id = ? ORDER BY file_id`,
    [traineeId],
  )
}

export function findTraineeFile(db: ReadDatabase, fileId: number): TraineeFileRecord | undefined {
  return db.get<TraineeFileRecord>(
    `SELECT stored_file.id, name, sha256, type, size, kind, trainee_id AS traineeId
     FROM trainee_file JOIN stored_file ON stored_file.id = file_id WHERE file_id = ?`,
    [fileId],
  )
}

export function insertTraineeFile(db: WriteDatabase, traineeId: number, fileId: number, kind: FileKind): void {
  db.insert('trainee_file', 'file_id, trainee_id, kind', { fileId, traineeId, kind })
}

export function deleteTraineeFile(db: WriteDatabase, fileId: number): void {
  db.run('DELETE FROM trainee_file WHERE file_id = ?', [fileId])
  db.run('DELETE FROM stored_file WHERE id = ?', [fileId])
}
