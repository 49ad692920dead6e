// The thread that writes hours of years into a workbook: ten years have 50,000 lessons.
import { serveReading } from '../../database/serve-reading.ts'
import { writeList } from '../../files/list-workbook.ts'
import { teachingReport } from './read-teaching-report.ts'
import { listOfHours, type ReportQuestion, type WrittenReport } from './write-report.ts'

void serveReading<ReportQuestion, WrittenReport, never>(async (db, { today, period }) => {
  const { list, ...report } = listOfHours(teachingReport(db, today, period), period)
  const bytes = await writeList(list)
  return { answer: { ...report, bytes }, transfer: [bytes.buffer] }
})
