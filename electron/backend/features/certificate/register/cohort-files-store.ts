import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { certificateHolds } from '../../certificate-design/frozen-paper-store.ts'

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
