// The thread that writes long lists of people: two hundred thousand take half a minute, and desks must be answered meanwhile.
import { serveReading } from '../../database/serve-reading.ts'
import { type ExportedList, type ExportQuestion, exportTrainees, type RowPiece } from './export-trainees.ts'

void serveReading<ExportQuestion, ExportedList, RowPiece>(async (db, question, { report, hand }) => ({
  answer: exportTrainees(db, question, hand, report),
}))
