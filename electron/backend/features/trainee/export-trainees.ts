import type { ExportColumn } from '../../../../shared/features/trainee/export-columns.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { writeRanges } from '../../../../shared/kernel/number-ranges.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { listLines } from './people-list-store.ts'
import { countLines } from './people-question-store.ts'
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

/** Lines that are looked up at a time: of all of them a large centre would hold tens of megabytes. */
const linesAtOnce = 10_000
/** People that are read and written at a time: what is said about how far it is changes so often. */
const peopleAtOnce = 500

/**
 * The list as a workbook, on whichever thread: its rows are handed on while they are read, and it is said how many people were. Nobody may
 * write meanwhile, or the caller reads in a transaction: somebody whose place in the order changes would be in it twice.
 */
export function exportTrainees(
  db: ReadDatabase,
  { question, ids, ...form }: ExportQuestion,
  hand: (piece: RowPiece) => void,
  report: (done: number, total: number) => void = () => {},
): ExportedList {
  const chosen = ids && new Set(ids)
  const all = countLines(db, question)
  const total = chosen?.size ?? all
  const workbook = new TraineeWorkbook(form, piece => hand(new Uint8Array(piece)))
  const written = new Uint32Array(all)
  let count = 0
  for (let place = 0; place < all; place += linesAtOnce) {
    const page = listLines(db, question, linesAtOnce, place)
    const lines = chosen ? page.filter(line => chosen.has(line.id)) : page
    for (let first = 0; first < lines.length; first += peopleAtOnce) {
      report(count, total)
      const rows = traineesToExport(db, lines.slice(first, first + peopleAtOnce))
      workbook.add(rows)
      for (const { id } of rows) {
        written[count] = id
        count += 1
      }
    }
  }
  report(total, total)
  const people = written.slice(0, count).sort()
  return { ...workbook.around(), people, ranges: writeRanges(people) }
}
