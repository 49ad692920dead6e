import type { ReadDatabase, Who, WriteDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'

type SignedFile = { id: number; name: string; kept: KeptPaper; same: boolean }

/** @throws DomainError signed_file_known */
export function insertSignedFile(db: WriteDatabase, { id, name, kept, same }: SignedFile, who: Who): number {
  if (db.get('SELECT 1 FROM certificate_signed_file WHERE certificate_id = ? AND sha256 = ?', [id, kept.sha256]))
    throw new DomainError({ code: 'signed_file_known' })
  return db.insert(
    'certificate_signed_file',
    'certificate_id: id, file_name: name, sha256, size, begins_with_ours: same, recorded_at: at, recorded_by: by',
    { id, name: name.slice(0, 200), ...kept, same: same ? 1 : 0, ...who },
  )
}

export function findSignedFile(
  db: ReadDatabase,
  id: number,
): { number: string; name: string; sha256: string } | undefined {
  return db.get(
    `SELECT number, facts ->> 'name' AS name, certificate_signed_file.sha256 FROM certificate_signed_file
     JOIN certificate ON certificate.id = certificate_id WHERE certificate_signed_file.id = ?`,
    [id],
  )
}
