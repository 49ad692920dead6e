import type { ReadDatabase } from '../../../database/connection.ts'
import type { KeptPaper } from '../../../files/paper-store.ts'

/** Read at a time. */
const atOnce = 500

/** Everything that must lie in the store of papers, as the view says it. */
export function* keptPapers(db: ReadDatabase): Generator<KeptPaper & { paper: string }> {
  // The view has no order of its own, and hashes and names are little: a tenth of a kilobyte each.
  for (let offset = 0; ; offset += atOnce) {
    const rows = db.all<KeptPaper & { paper: string }>(
      `SELECT sha256, size, paper FROM kept_paper LIMIT ${atOnce} OFFSET ?`,
      [offset],
    )
    yield* rows
    if (rows.length < atOnce) return
  }
}

/** Number and signed text of every issued paper. */
export function* signedRecords(db: ReadDatabase): Generator<{ number: string; record: string }> {
  for (let last = 0; ; ) {
    const rows = db.all<{ id: number; number: string; record: string }>(
      `SELECT id, number, qr_text AS record FROM certificate WHERE id > ? ORDER BY id LIMIT ${atOnce}`,
      [last],
    )
    yield* rows
    const end = rows.at(-1)
    if (!end) return
    last = end.id
  }
}
