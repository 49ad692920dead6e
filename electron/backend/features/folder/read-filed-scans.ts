import { mostFileMegabytes } from '../../../../shared/features/trainee/trainee-file.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { scanFilesOfCohort } from './folder-store.ts'
import { filesOfSheets } from './returned-sheets-store.ts'

/** All scans of a class lie in memory while their file is made. */
const mostScanMegabytes = 25 * mostFileMegabytes

/** The scans that stand in the file of a class. @throws DomainError file_too_large */
export function scansOfFile(db: ReadDatabase, cohortId: number): ReturnType<typeof scanFilesOfCohort> {
  const files = [...scanFilesOfCohort(db, cohortId), ...filesOfSheets(db, cohortId)]
  if (files.reduce((sum, file) => sum + file.size, 0) > mostScanMegabytes * 1024 * 1024)
    throw new DomainError({ code: 'file_too_large', megabytes: mostScanMegabytes })
  return files
}
