import type { PhotoPerson } from '../../../../shared/features/trainee/match-photo.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function findPhoto(db: ReadDatabase, traineeId: number): Uint8Array | null {
  return db.get<{ jpeg: Uint8Array }>('SELECT jpeg FROM trainee_photo WHERE trainee_id = ?', [traineeId])?.jpeg ?? null
}

export function savePhoto(db: WriteDatabase, traineeId: number, jpeg: Uint8Array | null): void {
  if (jpeg === null) db.run('DELETE FROM trainee_photo WHERE trainee_id = ?', [traineeId])
  else db.run('INSERT OR REPLACE INTO trainee_photo (trainee_id, jpeg) VALUES (?, ?)', [traineeId, jpeg])
}

type PhotoRow = PhotoPerson<TraineeId> & { hasPhoto: 0 | 1 }

/** Data for matching picture names, in list order. */
export function photoPeople(db: ReadDatabase, ids: readonly TraineeId[]): PhotoRow[] {
  return db.all(
    `SELECT trainee.id, name, nik, asked.key + 1 AS position,
       EXISTS (SELECT 1 FROM trainee_photo WHERE trainee_id = trainee.id) AS hasPhoto
     FROM json_each(?) AS asked JOIN trainee ON trainee.id = asked.value ORDER BY asked.key`,
    [JSON.stringify(ids)],
  )
}
