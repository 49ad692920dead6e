import type { ExportColumn } from '../../../../shared/features/trainee/export-columns.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { listLines } from './people-list-store.ts'
import { traineesToExport } from './trainee-store.ts'
import { TraineeWorkbook } from './trainee-workbook.ts'

export type ExportQuestion = {
  question: Parameters<typeof listLines>[1]
  columns: readonly ExportColumn[]
  /** The NIK whole instead of with its middle hidden. */
  fullNik: boolean
  /** Only these people of the list; null for all. */
  ids: readonly TraineeId[] | null
}
export type ExportedList = { bytes: ArrayBuffer; name: string; type: string; ids: TraineeId[] }

/** People that are read and written at a time: what is said about how far it is changes so often. */
const atOnce = 2000

/** The list as a workbook, on whichever thread; says how many people were read. */
export async function exportTrainees(
  db: ReadDatabase,
  { question, ids, ...form }: ExportQuestion,
  report: (done: number, total: number) => void = () => {},
): Promise<ExportedList> {
  const chosen = ids && new Set(ids)
  const all = listLines(db, question, Number.MAX_SAFE_INTEGER, 0)
  const lines = chosen ? all.filter(line => chosen.has(line.id)) : all
  const workbook = new TraineeWorkbook(form)
  const written: TraineeId[] = []
  for (let first = 0; first < lines.length; first += atOnce) {
    report(first, lines.length)
    const rows = traineesToExport(db, lines.slice(first, first + atOnce))
    workbook.add(rows)
    for (const { id } of rows) written.push(id)
  }
  report(lines.length, lines.length)
  const file = workbook.finish()
  return {
    bytes: await file.arrayBuffer(),
    name: file.name,
    type: file.type,
    ids: written,
  }
}
