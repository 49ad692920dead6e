// The thread that writes the hours of years into a workbook: ten of them have fifty thousand lessons.
import { serveReading } from '../../database/serve-reading.ts'
import { teachingReport } from './read-teaching-report.ts'
import { type ReportQuestion, writeReport } from './write-report.ts'

void serveReading(async (db, { today, period }: ReportQuestion) => {
  const answer = await writeReport(teachingReport(db, today, period), period)
  return { answer, transfer: [answer.bytes] }
})
