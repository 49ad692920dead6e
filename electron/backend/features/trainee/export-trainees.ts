import type { ExportColumn } from '../../../../shared/features/trainee/export-columns.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { writeRanges } from '../../../../shared/kernel/number-ranges.ts'
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
/** What stands around the pieces of the rows, and who is in them: numbers that rise, and the same in few words. */
export type ExportedList = ReturnType<TraineeWorkbook['around']> & { people: Uint32Array<ArrayBuffer>; ranges: string }
export type RowPiece = Uint8Array<ArrayBuffer>

/** People that are read and written at a time: what is said about how far it is changes so often. */
const atOnce = 2000

/** The list as a workbook, on whichever thread: its rows are handed on while they are read, and it is said how many people were. */
export function exportTrainees(
  db: ReadDatabase,
  { question, ids, ...form }: ExportQuestion,
  hand: (piece: RowPiece) => void,
  report: (done: number, total: number) => void = () => {},
): ExportedList {
  const chosen = ids && new Set(ids)
  const all = listLines(db, question, Number.MAX_SAFE_INTEGER, 0)
  const lines = chosen ? all.filter(line => chosen.has(line.id)) : all
  const workbook = new TraineeWorkbook(form, piece => hand(new Uint8Array(piece)))
  const written = new Uint32Array(lines.length)
  let count = 0
  for (let first = 0; first < lines.length; first += atOnce) {
    report(first, lines.length)
    const rows = traineesToExport(db, lines.slice(first, first + atOnce))
    workbook.add(rows)
    written.set(
      rows.map(row => row.id),
      count,
    )
    count += rows.length
  }
  report(lines.length, lines.length)
  const people = written.slice(0, count).sort()
  return { ...workbook.around(), people, ranges: writeRanges(people) }
}
