import { readStoredFile } from '../../files/file-store.ts'
import type { ReadingScope } from '../../scope.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { picturesOfCohort } from '../provision/picture-store.ts'
import type { Pictures } from './paper-source.ts'
export function readPictures(scope: ReadingScope, cohort: CohortRecord): Promise<Pictures> {
  const rows = scope.read(({ db }) => picturesOfCohort(db, cohort.id))
  return Promise.all(
    rows.map(async row => ({ bytes: await readStoredFile(scope.workspace, row), caption: row.caption })),
  )
}
