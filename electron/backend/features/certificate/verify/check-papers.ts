import { judgeRecord } from '../../../../../shared/features/certificate/signed-record.ts'
import type { Check } from '../../../database/check.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { PaperStore } from '../../../files/paper-store.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'
import { keptPapers, signedRecords } from './certificate-check-store.ts'

/** So many are named; the rest is counted. */
const mostNamed = 20

/**
 * Whether every issued paper has the bytes of its day of issue and a record that this centre's key has signed, and every photo, copy and
 * signed file on it is what it was. One paper at a time is in memory.
 */
export async function checkPapers(db: ReadDatabase, papers: PaperStore): Promise<Check> {
  const keys = publicKeys(db)
  const changed = new Set<string>()
  const missing: string[] = []
  let count = 0
  for (const { number, record } of signedRecords(db)) {
    count += 1
    if (judgeRecord(record, keys, isSignedBy).state !== 'genuine') changed.add(number)
  }
  for (const { sha256, size, paper } of keptPapers(db)) {
    try {
      const bytes = await papers.get(sha256, paper)
      if (bytes.byteLength !== size) changed.add(paper)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.data.code === 'paper_missing') missing.push(paper)
      else changed.add(paper)
    }
  }
  const words = [
    missing.length > 0 && `hilang: ${named(missing)}; salin kembali folder papers dari cadangan`,
    changed.size > 0 && `berubah: ${named([...changed])}`,
  ].filter(Boolean)
  const ok = words.length === 0
  return { key: 'certificates', ok, detail: ok ? `${count} lembar, semuanya utuh` : words.join('; ') }
}

function named(papers: readonly string[]): string {
  const rest = papers.length - mostNamed
  return papers.slice(0, mostNamed).join(', ') + (rest > 0 ? ` dan ${rest} lagi` : '')
}
