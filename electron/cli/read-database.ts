import { join } from 'node:path'
import { momentOf, systemClock } from '../backend/clock.ts'
import { ReadDatabase } from '../backend/database/connection.ts'
import { databaseFileName, snapshotFolderName } from '../backend/database/identity.ts'
import { openDatabase } from '../backend/database/open-database.ts'
import { snapshotBefore } from '../backend/database/snapshot.ts'

/**
 * Reads from the database of a data folder, brought up to the schema of this program first, and leaves no snapshot of its own behind.
 * @throws DomainError database_missing, database_locked and the other ways in which it cannot be opened
 */
export function readDatabase<T>(dataFolder: string, read: (db: ReadDatabase) => T): T {
  const raw = openDatabase(join(dataFolder, databaseFileName), {
    create: false,
    beforeMigration: snapshotBefore(join(dataFolder, snapshotFolderName), momentOf(systemClock).at),
  })
  try {
    return read(new ReadDatabase(raw))
  } finally {
    raw.close()
  }
}
