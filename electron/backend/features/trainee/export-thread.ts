// The thread that writes long lists of people: 200,000 take half a minute, and desks must be answered meanwhile.
import { serveReading } from '../../database/serve-reading.ts'
import { type ExportedList, type ExportQuestion, exportTrainees, type RowPiece } from './export-trainees.ts'

void serveReading<ExportQuestion, ExportedList, RowPiece>(async (db, question, { raw, report, hand }) => {
  const write = () => exportTrainees(db, question, piece => hand(piece, [piece.buffer]), report)
  const answer = raw.transaction(write).deferred()
  return { answer, transfer: [answer.people.buffer] }
})
