import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import type { Proof } from '../../../../shared/features/backup/proof.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { unpackBundle } from '../../bundle/unpack-bundle.ts'
import type { Check } from '../../database/check.ts'
import { ReadDatabase } from '../../database/connection.ts'
import { databaseFileName } from '../../database/identity.ts'
import { openDatabase } from '../../database/open-database.ts'
import { proveDatabase } from '../../database/prove-database.ts'
import { SealKey } from '../../database/seal/seal-key.ts'
import { databaseFacts } from '../../database/table-digests.ts'
import { DomainError } from '../../domain-error.ts'
import { checkFiles } from '../../files/file-store.ts'
import { namesIn } from '../../files/names-in.ts'
import { PaperStore } from '../../files/paper-store.ts'
import { DataKey } from '../../keys/data-key.ts'
import { checkPapers } from '../certificate/verify/check-papers.ts'

export type ProofQuestion = { file: string; dataKey: Uint8Array; today: PlainDate; workFolder?: string }

/** Number of differences listed. */
const mostNamed = 8

const proofFolder = 'uji-pulih-'

/** What a test that was stopped left in its folder. */
export function removeProofs(workFolder: string | undefined): void {
  if (workFolder === undefined) return
  for (const name of namesIn(workFolder))
    if (name.startsWith(proofFolder)) rmSync(join(workFolder, name), { recursive: true, force: true })
}

/**
 * Restores a bundle into an empty folder, compares tables and files with the recorded hashes, runs the checks of `balai check`, and deletes the
 * folder. A failed bundle is a result, not an error.
 * @throws DomainError disk_low
 */
export async function proveBundle(
  { file, dataKey, today, workFolder = tmpdir() }: ProofQuestion,
  report: (done: number, total: number) => void = () => {},
): Promise<Proof> {
  const began = performance.now()
  const folder = mkdtempSync(join(workFolder, proofFolder))
  const proof = { bundle: basename(file), madeAt: '', centre: '', tables: 0, rows: 0, different: 0, files: 0 }
  const checks: Proof['checks'] = []
  try {
    const { header, manifest, missing } = unpackBundle(file, folder, dataKey, report)
    Object.assign(proof, { madeAt: header.madeAt, centre: manifest.centreName, tables: manifest.tables.length })
    checks.push({ key: 'open', ok: true, detail: 'dibuka dan dibaca seluruhnya' })
    const restored = databaseFacts(join(folder, databaseFileName))
    const before = new Map(manifest.tables.map(table => [table.name, table]))
    const differing = restored.tables.filter(({ name, rows, sha256 }) => {
      const was = before.get(name)
      before.delete(name)
      return !was || was.rows !== rows || was.sha256 !== sha256
    })
    const names = [...differing.map(table => table.name), ...before.keys()]
    proof.rows = restored.tables.reduce((sum, table) => sum + table.rows, 0)
    proof.different = names.length
    checks.push({
      key: 'tables',
      ok: names.length === 0,
      detail: `${proof.rows} baris dibandingkan, ${names.length === 0 ? '0 berbeda' : `berbeda: ${names.slice(0, mostNamed).join(', ')}`}`,
    })
    proof.files = manifest.files.length - missing.length
    checks.push({
      key: 'bundled_files',
      ok: missing.length === 0,
      detail:
        missing.length === 0
          ? `${proof.files} berkas sama`
          : `${missing.length} berkas tidak ada atau rusak di ${[...new Set(missing.map(one => one.bundle))].slice(0, mostNamed).join(', ')}`,
    })
    const database = join(folder, databaseFileName)
    const papers = new PaperStore(folder)
    const counts = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]))
    const proven = await proveDatabase(database, {
      papers,
      sealKey: SealKey.of(dataKey),
      expected: { centreId: header.centre, counts },
    })
    checks.push(...proven.checks)
    if (proven.ok) checks.push(...(await checksOfFeatures(database, folder, papers, today, new DataKey(dataKey))))
  } catch (error) {
    if (!(error instanceof DomainError) || error.data.code === 'disk_low') throw error
    checks.push({ key: 'open', ok: false, detail: domainErrorMessage(error.data, 'command line') })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10
  return { ok: checks.length > 0 && checks.every(check => check.ok), ...proof, seconds, checks }
}

/** Whether records of papers are signed, and every scan can be opened. */
async function checksOfFeatures(
  database: string,
  folder: string,
  papers: PaperStore,
  today: PlainDate,
  dataKey: DataKey,
): Promise<Check[]> {
  const raw = openDatabase(database, { create: false, mode: 'snapshot', pages: 'unread', beforeMigration: () => {} })
  try {
    const db = new ReadDatabase(raw)
    return [await checkPapers(db, papers), checkFiles(db, folder, today, dataKey)]
  } finally {
    raw.close()
  }
}
