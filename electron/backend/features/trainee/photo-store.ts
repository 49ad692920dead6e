import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function findPhoto(db: ReadDatabase, traineeId: number): Uint8Array | null {
  return db.get<{ jpeg: Uint8Array }>('SELECT jpeg FROM trainee_photo WHERE trainee_id = ?', [traineeId])?.jpeg ?? null
}

export function savePhoto(db: WriteDatabase, traineeId: number, jpeg: Uint8Array | null): void {
  if (jpeg === null) db.run('DELETE FROM trainee_photo WHERE trainee_id = ?', [traineeId])
  else db.run('INSERT OR REPLACE INTO trainee_photo (trainee_id, jpeg) VALUES (?, ?)', [traineeId, jpeg])
}
