import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, Who, WriteDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'
import { certificateHolds } from '../../certificate-design/frozen-paper-store.ts'

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

type Row = { id: number; number: string; name: string; sha256: string }

/** The valid papers of a class with their hashes, by number. */
export function filesOfCohort(db: ReadDatabase, cohortId: number, kind: CertificateKind): Row[] {
  return db.all<Row>(
    `SELECT certificate.id, number, facts ->> 'name' AS name, sha256 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE cohort_id = ? AND kind = ? AND ${certificateHolds}
     ORDER BY year, series, sequence`,
    [cohortId, kind],
  )
}
