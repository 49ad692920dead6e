import type { CollectablePaper, Collection } from '../../../../../shared/features/alumni/collection.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { ReadDatabase, WriteDatabase } from '../../../database/connection.ts'
import { certificateHolds } from '../../certificate-design/frozen-paper-store.ts'

type MaybeCollection = { [Key in keyof Collection]: Collection[Key] | null }
type Row = Omit<CollectablePaper, 'collection'> & MaybeCollection

const columns = `collected_on AS collectedOn, collector, deputy_name AS deputyName, deputy_relation AS deputyRelation,
  collection.recorded_at AS at, collection.recorded_by AS "by"`
const standing = `LEFT JOIN certificate_collection AS collection
  ON collection.certificate_id = certificate.id AND taken_back_at IS NULL`

/** Valid papers of a class, by number. */
export function papersToCollect(db: ReadDatabase, cohortId: number, kind: CertificateKind): CollectablePaper[] {
  return db
    .all<Row>(
      `SELECT certificate.id AS certificateId, number, facts ->> 'name' AS name, issued_on AS issuedOn, ${columns}
       FROM enrolment CROSS JOIN certificate ON certificate.enrolment_id = enrolment.id ${standing}
       WHERE cohort_id = @cohortId AND kind = @kind
         AND ${certificateHolds}
       ORDER BY year, sequence`,
      { cohortId, kind },
    )
    .map(({ certificateId, number, name, issuedOn, ...row }) => ({
      certificateId,
      number,
      name,
      issuedOn,
      collection: collectionOf(row),
    }))
}

export function findCollection(db: ReadDatabase, certificateId: number): Collection | undefined {
  return db.get<Collection>(
    `SELECT ${columns} FROM certificate_collection AS collection WHERE certificate_id = ? AND taken_back_at IS NULL`,
    [certificateId],
  )
}

export function insertCollection(db: WriteDatabase, certificateId: number, collection: Collection): void {
  db.insert(
    'certificate_collection',
    'certificate_id, collected_on, collector, deputy_name, deputy_relation, recorded_at: at, recorded_by: by',
    { certificateId, ...collection },
  )
}

export function undoCollection(
  db: WriteDatabase,
  certificateId: number,
  undone: { reason: string; at: string; by: string },
): void {
  db.run(
    `UPDATE certificate_collection SET taken_back_at = @at, taken_back_by = @by, take_back_reason = @reason
     WHERE certificate_id = @certificateId AND taken_back_at IS NULL`,
    { certificateId, ...undone },
  )
}

function collectionOf(row: MaybeCollection): Collection | null {
  return row.collectedOn === null ? null : (row as Collection)
}
