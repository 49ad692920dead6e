import type { Check } from '../database/check-database.ts'
import type { ReadDatabase } from '../database/connection.ts'
import { faultyFiles, fileFolderName } from './file-store.ts'

/** Whether every scan is there and is what it was. A file that no row knows is named too, but nothing is broken by it. */
export function checkFiles(db: ReadDatabase, dataFolder: string): Check {
  // Data of an older version, which knew no files.
  if (!db.get("SELECT 1 FROM sqlite_schema WHERE name = 'stored_file'"))
    return { key: 'files', ok: true, detail: '0 berkas' }
  const faults = faultyFiles(db, dataFolder)
  const of = (fault: string) => faults.filter(one => one.fault === fault).map(one => one.name)
  const [missing, damaged, orphans] = [of('missing'), of('damaged'), of('orphan')]
  const words = [
    `${db.value<number>('SELECT count(*) FROM stored_file')} berkas`,
    missing.length > 0 && `hilang: ${missing.join(', ')}`,
    damaged.length > 0 && `rusak: ${damaged.join(', ')}`,
    orphans.length > 0 && `tanpa pemilik di ${fileFolderName}/: ${orphans.join(', ')}`,
  ]
  return { key: 'files', ok: missing.length + damaged.length === 0, detail: words.filter(Boolean).join('; ') }
}
