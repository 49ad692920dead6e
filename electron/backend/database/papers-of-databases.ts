import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ReadDatabase } from './connection.ts'
import { snapshotFolderName } from './identity.ts'
import { openDatabase } from './open-database.ts'
import { listSnapshots } from './snapshot.ts'

/**
 * Hashes of all papers named by the open database, snapshots and databases set aside by a restore, because each may be restored. Null with the file
 * name if one cannot be read, because its papers are then unknown.
 */
export function papersOfDatabases(
  dataFolder: string,
  db: ReadDatabase,
): { papers: Set<string> } | { papers: null; unread: string } {
  const papers = new Set(hashesIn(db))
  const snapshots = join(dataFolder, snapshotFolderName)
  const aside = readdirSync(dataFolder).filter(name => /^balai-disisihkan-.*\.db$/.test(name))
  const files = [
    ...listSnapshots(snapshots).map(({ name }) => join(snapshots, name)),
    ...aside.map(name => join(dataFolder, name)),
  ]
  for (const file of files) {
    try {
      const raw = openDatabase(file, { create: false, mode: 'snapshot', pages: 'unread', beforeMigration: () => {} })
      try {
        for (const hash of hashesIn(new ReadDatabase(raw))) papers.add(hash)
      } finally {
        raw.close()
      }
    } catch {
      return { papers: null, unread: file.slice(dataFolder.length + 1) }
    }
  }
  return { papers }
}

function hashesIn(db: ReadDatabase): string[] {
  return db.values<string>('SELECT DISTINCT sha256 FROM kept_paper')
}
