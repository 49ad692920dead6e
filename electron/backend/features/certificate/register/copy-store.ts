import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'

type CopyFile = { number: string; name: string; n: number; sha256: string }

export function findCopy(db: ReadDatabase, id: number): CopyFile | undefined {
  return db.get(
    `SELECT number, facts ->> 'name' AS name, n, certificate_copy.sha256 FROM certificate_copy
     JOIN certificate ON certificate.id = certificate_id WHERE certificate_copy.id = ?`,
    [id],
  )
}

export function countCopies(db: ReadDatabase, certificateId: number): number {
  return db.value('SELECT count(*) FROM certificate_copy WHERE certificate_id = ?', [certificateId])
}

type NewCopy = { id: number; n: number; today: PlainDate; recipient: string; reason: string; kept: KeptPaper }

export function insertCopy(db: WriteDatabase, { kept, ...copy }: NewCopy, who: Who): number {
  return db.insert(
    'certificate_copy',
    'certificate_id: id, n, made_on: today, recipient, reason, sha256, size, recorded_at: at, recorded_by: by',
    { ...copy, ...kept, ...who },
  )
}

type Print = { id: number; copy: number | null; how: 'printed' | 'saved'; at: string; by: string }

/** @throws DomainError not_found if the copy belongs to another certificate */
export function insertPrint(db: WriteDatabase, print: Print): void {
  const { id, copy } = print
  if (copy !== null && !db.get('SELECT 1 FROM certificate_copy WHERE id = ? AND certificate_id = ?', [copy, id]))
    throw new DomainError({ code: 'not_found', entity: 'copy' })
  db.insert('certificate_print', 'certificate_id: id, copy_id: copy, how, printed_at: at, printed_by: by', print)
}
