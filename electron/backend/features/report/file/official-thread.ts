// The thread that reads and writes a report of several years: ten of them name thirty thousand people.
import type { Moment } from '../../../clock.ts'
import { serveReading } from '../../../database/serve-reading.ts'
import { buildReportOfPeople, type ReportRequest } from '../official/build-report.ts'
import { type ReportToWrite, writeReport } from './write-report.ts'

export type OfficialQuestion = Moment & Omit<ReportToWrite, 'report'> & { request: ReportRequest }
export type WrittenOfficial = Awaited<ReturnType<typeof writeReport>> & { columns: string[]; people: Uint32Array }

void serveReading<OfficialQuestion, WrittenOfficial, never>(async (db, { at, today, request, ...how }) => {
  const { report, people } = buildReportOfPeople({ db, at, today }, request)
  const written = await writeReport({ report, ...how })
  const columns = report.tables.flatMap(table => table.columns.map(column => column.title))
  return { answer: { ...written, columns, people: Uint32Array.from(people) }, transfer: [written.bytes.buffer] }
})
