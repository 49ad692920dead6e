// The thread that writes long lists of people: two hundred thousand take half a minute, and desks must be answered meanwhile.
import { serveReading } from '../../database/serve-reading.ts'
import { type ExportQuestion, exportTrainees } from './export-trainees.ts'

void serveReading(async (db, question: ExportQuestion, { report }) => {
  const answer = await exportTrainees(db, question, report)
  return { answer, transfer: [answer.bytes] }
})
