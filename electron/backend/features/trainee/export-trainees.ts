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
  /** The full NIK instead of a masked one. */
  fullNik: boolean
  /** Only these people; null for all. */
  ids: readonly TraineeId[] | null
}
/** The parts of the workbook around the rows, and the people in it: sorted ids, and the same as ranges. */
export type ExportedList = ReturnType<TraineeWorkbook['around']> & { people: Uint32Array<ArrayBuffer>; ranges: string }
export type RowPiece = Uint8Array<ArrayBuffer>

/** Lines looked up at once: all lines of a large centre would need tens of megabytes. */
const linesAtOnce = 10_000
/** People read and written at once, between two progress reports. */
const peopleAtOnce = 500

/**
 * Writes the list as a workbook, in any thread: rows are passed on while they are read, with progress. No writes may happen meanwhile, or the caller
 * reads in a transaction: a person whose position changes would be in it twice.
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
