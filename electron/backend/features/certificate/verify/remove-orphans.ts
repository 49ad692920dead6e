import type { Check } from '../../../database/check.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { papersOfDatabases } from '../../../database/papers-of-databases.ts'
import type { PaperStore } from '../../../files/paper-store.ts'

/**
 * Deletes files in the paper store that no database of the folder refers to: after a power cut between file and row, or when numbers changed while
 * drawing. If a database cannot be read, nothing is deleted.
 */
export async function removeOrphans(dataFolder: string, db: ReadDatabase, papers: PaperStore): Promise<Check> {
  const known = papersOfDatabases(dataFolder, db)
  const key = 'papers'
  if (known.papers === null)
    return { key, ok: true, detail: `tidak dirapikan, karena ${known.unread} tidak dapat dibaca` }
  const removed = await papers.removeAllBut(known.papers)
  let [files, bytes] = [0, 0]
  for await (const { size } of papers.list()) {
    files += 1
    bytes += size
  }
  const tidied = removed > 0 ? `; ${removed} tanpa pemilik dihapus` : ''
  return { key, ok: true, detail: `${files} berkas, ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB${tidied}` }
}
