import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { PlainDate } from '../../shared/kernel/plain-date.ts'
import { momentOf, systemClock } from '../backend/clock.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import type { Check } from '../backend/database/check.ts'
import { checkDatabase } from '../backend/database/check-database.ts'
import type { KnownKey } from '../backend/database/seal/check-trust.ts'
import { SealKey } from '../backend/database/seal/seal-key.ts'
import { checkPapers } from '../backend/features/certificate/verify/check-papers.ts'
import { removeOrphans } from '../backend/features/certificate/verify/remove-orphans.ts'
import { checkFiles } from '../backend/files/file-store.ts'
import { PaperStore } from '../backend/files/paper-store.ts'
import { hasSealedFiles } from '../backend/files/sealed-files.ts'
import { DataKeyStore } from '../backend/keys/data-key-store.ts'
import { KeyStore } from '../backend/keys/key-store.ts'
import { type Command, readOptions } from './command.ts'

export const check: Command = {
  usage: 'check [--data DIR] [--anchor FILE] [--today D] [--json]',
  async run(args) {
    // All rows of ten years pass by: V8 would make more and more room for what is let go of at once, 80 MB in the end.
    setFlagsFromString('--semi-space-growth-factor=1')
    const options = readOptions(args, { data: 'text', anchor: 'text' })
    const folder = chooseDataFolder(options.data)
    const anchor = options.anchor === undefined ? undefined : resolve(options.anchor)
    const checks = await examine(folder, options.today ?? momentOf(systemClock).today, anchor)
    const ok = checks.every(entry => entry.ok)
    const words = checks.map(entry => `${entry.ok ? 'baik ' : 'RUSAK'}  ${entry.key}: ${entry.detail}`)
    return { json: { ok, checks }, words: words.join('\n'), exitCode: ok ? 0 : 1 }
  },
}

/** All that can be said of a data folder that no program has open; takes what no row names away. */
export async function examine(folder: string, today: PlainDate, anchor?: string): Promise<Check[]> {
  const papers = new PaperStore(folder)
  const keys = dataKeys(folder)
  const key = keys.state === 'OPEN' ? keys.key : null
  return checkDatabase(folder, sealKeyOf(keys), anchor, async db => [
    await checkPapers(db, papers),
    await removeOrphans(folder, db, papers),
    checkFiles(db, folder, today, key),
  ])
}

/** One that Windows keeps for the desktop program is not for the command line. */
function dataKeys(folder: string): DataKeyStore {
  return new DataKeyStore(folder, new KeyStore(folder, undefined), () => hasSealedFiles(folder))
}

function sealKeyOf(keys: DataKeyStore): KnownKey {
  if (keys.state === 'OPEN') return SealKey.of(keys.key.secret)
  return keys.isKept ? 'elsewhere' : null
}
