import { checkRecord, type PublicKey } from '../../../../../shared/features/certificate/signed-record.ts'
import { firstOf } from '../../../../../shared/kernel/first-of.ts'
import type { Check } from '../../../database/check.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { DomainError } from '../../../domain-error.ts'
import type { PaperStore } from '../../../files/paper-store.ts'
import { isSignedBy, publicKeys } from '../keys/signing-key-store.ts'
import { type IssuedPaper, issuedPapers, keptPapers } from './certificate-check-store.ts'

/** Number of names listed; the rest is counted. */
const mostNamed = 20

/**
 * Whether every issued paper has its original bytes and a valid signature of this centre, and all photos, copies and signed files are unchanged. Only
 * one paper is in memory at a time.
 */
export async function checkPapers(db: ReadDatabase, papers: PaperStore): Promise<Check> {
  const keys = publicKeys(db)
  const changed = new Set<string>()
  const missing: string[] = []
  let count = 0
  for (const paper of issuedPapers(db)) {
    count += 1
    if (!saysWhatWasSigned(paper, keys)) changed.add(paper.number)
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
    missing.length > 0 && `hilang: ${firstOf(missing, mostNamed)}; salin kembali folder papers dari cadangan`,
    changed.size > 0 && `berubah: ${firstOf([...changed], mostNamed)}`,
  ].filter(Boolean)
  const ok = words.length === 0
  return { key: 'certificates', ok, detail: ok ? `${count} lembar, semuanya utuh` : words.join('; ') }
}

/** Row, data and signed record of a paper have the same number, person, course and days. */
function saysWhatWasSigned(
  { number, kind, issuedOn, record, facts }: IssuedPaper,
  keys: readonly PublicKey[],
): boolean {
  const judged = checkRecord(record, keys, isSignedBy)
  if (judged.state !== 'genuine') return false
  const signed = judged.record
  const said = JSON.parse(facts) as Said
  return (
    signed.number === number &&
    said.number === number &&
    signed.issuedOn === issuedOn &&
    said.issuedOn === issuedOn &&
    signed.name === asSigned(said.name) &&
    signed.program === asSigned(said.program) &&
    // Records of the first release contain less.
    (signed.kind === null || signed.kind === kind) &&
    (signed.start === null || signed.start === said.start) &&
    (signed.end === null || signed.end === said.end)
  )
}

type Said = { number: string; issuedOn: string; name: string; program: string; start: string; end: string }

/** Text as in a record. */
function asSigned(words: string): string {
  return words.toUpperCase().toWellFormed().normalize('NFC')
}
