// The thread that writes the hours of years into a workbook: ten of them have fifty thousand lessons.
import { serveReading } from '../../database/serve-reading.ts'
import { writeList } from '../../files/list-workbook.ts'
import { teachingReport } from './read-teaching-report.ts'
import { listOfHours, type ReportQuestion, type WrittenReport } from './write-report.ts'

void serveReading<ReportQuestion, WrittenReport, never>(async (db, { today, period }) => {
  const { list, ...report } = listOfHours(teachingReport(db, today, period), period)
  const bytes = await writeList(list)
  return { answer: { ...report, bytes }, transfer: [bytes.buffer] }
})
