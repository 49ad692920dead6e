import { zipSync } from 'fflate'
import { certificateFileName } from '../../../../../shared/features/certificate/certificate-file-name.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { certificateHolds } from '../../certificate-design/frozen-paper-store.ts'

type Row = { id: number; number: string; name: string; sha256: string }

/** The papers of a class that hold, each with the hash of its bytes, in the order of their numbers. */
export function filesOfCohort(db: ReadDatabase, cohortId: number, kind: CertificateKind): Row[] {
  return db.all<Row>(
    `SELECT certificate.id, number, facts ->> 'name' AS name, sha256 FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE cohort_id = ? AND kind = ? AND ${certificateHolds}
     ORDER BY year, series, sequence`,
    [cohortId, kind],
  )
}

/** A ZIP with a file a person; two people of one name stay two files. PDFs are packed already: they are stored as they are. */
export function zipOfFiles(
  rows: readonly (Row & { pdf: Uint8Array })[],
  merged: { name: string; bytes: Uint8Array } | null,
): Uint8Array {
  const taken = new Set<string>()
  const entries = rows.map(({ number, name, pdf }) => [certificateFileName(number, name, taken), pdf] as const)
  if (merged) entries.push([merged.name, merged.bytes])
  // Otherwise the clock of the PC would stand in the archive, and the same papers would give two files.
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: '1980-01-01T12:00:00' })
}
