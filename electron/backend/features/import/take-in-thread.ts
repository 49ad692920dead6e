// The thread that reads and imports long lists: 10,000 people take a second to check and another to write, and desks must be answered.
import { serveReading } from '../../database/serve-reading.ts'
import { type ImportAnswered, type ImportPiece, type ImportQuestion, importOnThread } from './import-on-thread.ts'

void serveReading<ImportQuestion, ImportAnswered, ImportPiece>(async (db, question, thread) => ({
  answer: await importOnThread(db, question, thread),
}))
