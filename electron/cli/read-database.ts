import { join } from 'node:path'
import { momentOf, systemClock } from '../backend/clock.ts'
import { ReadDatabase } from '../backend/database/connection.ts'
import { databaseFileName, snapshotFolderName } from '../backend/database/identity.ts'
import { openDatabase } from '../backend/database/open-database.ts'
import { snapshotBefore } from '../backend/database/snapshot.ts'

/**
 * Reads from the database of a data folder after updating it to the schema of this program. Leaves no snapshot behind.
 * @throws DomainError database_missing, database_locked and the other opening errors
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
