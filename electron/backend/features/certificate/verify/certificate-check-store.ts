import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'

/** Rows read at once. */
const atOnce = 500

/** All files that must be in the paper store, from the view. */
export function* keptPapers(db: ReadDatabase): Generator<KeptPaper & { paper: string }> {
  // The view has no order, and rows are small: about 100 bytes each.
  for (let offset = 0; ; offset += atOnce) {
    const rows = db.all<KeptPaper & { paper: string }>(
      `SELECT sha256, size, paper FROM kept_paper LIMIT ${atOnce} OFFSET ?`,
      [offset],
    )
    yield* rows
    if (rows.length < atOnce) return
  }
}

export type IssuedPaper = {
  number: string
  kind: CertificateKind
  issuedOn: PlainDate
  /** The signed text. */
  record: string
  facts: string
}

export function* issuedPapers(db: ReadDatabase): Generator<IssuedPaper> {
  for (let last = 0; ; ) {
    const rows = db.all<IssuedPaper & { id: number }>(
      `SELECT id, number, kind, issued_on AS issuedOn, qr_text AS record, facts FROM certificate WHERE id > ? ORDER BY id LIMIT ${atOnce}`,
      [last],
    )
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
