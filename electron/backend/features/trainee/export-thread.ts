// The thread that writes long lists of people: two hundred thousand take half a minute, and desks must be answered meanwhile.
import { serveReading } from '../../database/serve-reading.ts'
import { type ExportedList, type ExportQuestion, exportTrainees, type RowPiece } from './export-trainees.ts'

void serveReading<ExportQuestion, ExportedList, RowPiece>(async (db, question, { report, hand }) => {
  const answer = exportTrainees(db, question, piece => hand(piece, [piece.buffer]), report)
  return { answer, transfer: [answer.people.buffer] }
})
