import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { momentOf, systemClock } from '../backend/clock.ts'
import type { Check } from '../backend/database/check.ts'
import { checkDatabase } from '../backend/database/check-database.ts'
import type { KnownKey } from '../backend/database/seal/check-trust.ts'
import { SealKey } from '../backend/database/seal/seal-key.ts'
import { checkHistory } from '../backend/features/backup/check-history.ts'
import { checkDays, checkKeptCode, codeOfKeyFile } from '../backend/features/certificate/verify/check-days.ts'
import { checkPapers } from '../backend/features/certificate/verify/check-papers.ts'
import { removeOrphans } from '../backend/features/certificate/verify/remove-orphans.ts'
import { hasEncryptedFiles } from '../backend/files/encrypted-files.ts'
import { checkFiles } from '../backend/files/file-store.ts'
import { PaperStore } from '../backend/files/paper-store.ts'
import { DataKeyStore } from '../backend/keys/data-key-store.ts'
import { KeyStore } from '../backend/keys/key-store.ts'
import { chooseDataFolder } from '../backend/workspace/choose-data-folder.ts'
import { type Command, readOptions, UsageError } from './command.ts'

export const check: Command = {
  usage: 'check [--data DIR] [--anchor FILE] [--code CODE] [--today D] [--json]',
  async run(args) {
    // All rows of ten years are read: without this V8 would grow its space for short-lived objects, up to 80 MB.
    setFlagsFromString('--semi-space-growth-factor=1')
    const options = readOptions(args, { data: 'text', anchor: 'text', code: 'text' })
    const folder = chooseDataFolder(options.data)
    const kept = keptElsewhere(options)
    const checks = await examine(folder, options.today ?? momentOf(systemClock).today, kept)
    const ok = checks.every(entry => entry.ok)
    const words = checks.map(entry => `${entry.ok ? 'baik ' : 'RUSAK'}  ${entry.key}: ${entry.detail}`)
    return { json: { ok, checks }, words: words.join('\n'), exitCode: ok ? 0 : 1 }
  },
}

/** Values kept outside of the data: a copy of the anchor, or the history codes on a paper or in a file of public keys. */
type Kept = { anchor?: string | undefined; codes?: readonly string[] }

/** @throws UsageError */
function keptElsewhere({ anchor, code }: { anchor: string | undefined; code: string | undefined }): Kept {
  if (code !== undefined && !/^[0-9a-fA-F]{8}$/.test(code))
    throw new UsageError('--code meminta delapan huruf atau angka dari kaki kertas, misalnya 3F9A1C22.')
  const codes = code === undefined ? [] : [code]
  if (anchor === undefined) return { codes }
  const path = resolve(anchor)
  const ofKeys = codeOfKeyFile(textOf(path))
  if (ofKeys === undefined) return { anchor: path, codes }
  if (ofKeys === null) throw new UsageError('Berkas kunci itu dibuat sebelum ada hari yang ditandatangani.')
  return { codes: [...codes, ofKeys] }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Runs all checks on a data folder that no program has open. Also deletes files that belong to no row. */
export async function examine(folder: string, today: PlainDate, { anchor, codes = [] }: Kept = {}): Promise<Check[]> {
  const papers = new PaperStore(folder)
  const keys = dataKeys(folder)
  const key = keys.state === 'OPEN' ? keys.key : null
  return checkDatabase(folder, sealKeyOf(keys), anchor, async (db, before) => {
    const own = [
      await checkPapers(db, papers),
      checkDays(db),
      ...codes.map(code => checkKeptCode(db, code)),
      checkHistory(db),
      checkFiles(db, folder, today, key),
    ]
    // After tampering the database may no longer name some papers: no file that proves this may be deleted.
    const sound = [...before, ...own].every(({ ok }) => ok)
    return [...own, sound ? await removeOrphans(folder, db, papers) : orphansKept]
  })
}

const orphansKept: Check = {
  key: 'papers',
  ok: true,
  detail: 'tidak dirapikan, karena ada yang rusak atau diubah',
}

/** The command line cannot open a key that Windows keeps for the desktop program. */
function dataKeys(folder: string): DataKeyStore {
  return new DataKeyStore(folder, new KeyStore(folder, undefined), () => hasEncryptedFiles(folder))
}

function sealKeyOf(keys: DataKeyStore): KnownKey {
  if (keys.state === 'OPEN') return SealKey.of(keys.key.secret)
  return keys.isKept ? 'elsewhere' : null
}
