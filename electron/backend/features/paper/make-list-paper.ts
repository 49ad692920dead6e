import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import { type ListPaperKey, paperTitle } from '../../../../shared/features/paper/paper-key.ts'
import { readStoredFile } from '../../files/file-store.ts'
import { Refused } from '../../refused.ts'
import type { TaskScope } from '../../scope.ts'
import { getCentre } from '../centre/centre-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { picturesOfCohort } from '../provision/picture-store.ts'
import { drawKeyedList } from './draw-keyed-list.ts'
import { listFacts } from './list-facts-store.ts'
import { pdfFile } from './pdf-file.ts'

type ListRequest = {
  code: string
  key: ListPaperKey
  /** Null for the size of the centre. */
  size: PaperSize | null
  /** As for the attendance sheets: one day, or all from a day on. */
  day: number | null
  from: number | null
}

/** A list, receipt or sheet of cards; what nobody has entered yet is left open on it. */
export async function makeListPaper(scope: TaskScope, { code, key, size, day, from }: ListRequest) {
  const { facts, rows, paperSize } = scope.read(({ db, today, at }) => {
    const cohort = getCohort(db, code)
    return {
      facts: listFacts(db, { today, at }, cohort, key === 'id-cards'),
      rows: key === 'photos' ? picturesOfCohort(db, cohort.id) : [],
      paperSize: getCentre(db).paperSize,
    }
  })
  const days = facts.days.filter(one => (day === null ? one.n >= (from ?? 1) : one.n === day))
  if (days.length === 0) throw new Refused({ code: 'not_found', thing: 'day' })
  const pictures = await Promise.all(
    rows.map(async row => ({ bytes: await readStoredFile(scope.workspace.folder, row), caption: row.caption })),
  )
  const paper = drawKeyedList(key, { ...facts, pictures }, size ?? paperSize, days)
  const ending = key === 'receipt-meals' && day !== null ? `-${String(day).padStart(2, '0')}` : ''
  return { file: pdfFile(`${key}-${code}${ending}`, paper), title: paperTitle(key), warnings: paper.warnings }
}
