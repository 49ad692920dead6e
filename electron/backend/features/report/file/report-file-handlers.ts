import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { reportContract } from '../../../../../shared/features/report/contract.ts'
import type { OwnReport } from '../../../../../shared/features/report/own-report.ts'
import { periodSlug } from '../../../../../shared/features/report/period.ts'
import type { Report } from '../../../../../shared/features/report/report.ts'
import { mayOpenRestricted } from '../../../../../shared/features/report/restricted.ts'
import { safeFileName } from '../../../../../shared/kernel/file-name.ts'
import { daysBetween } from '../../../../../shared/kernel/plain-date.ts'
import { found } from '../../../domain-error.ts'
import { drawOnThread } from '../../../draw-on-thread.ts'
import { threadBeside } from '../../../files/thread-beside.ts'
import type { Handlers, TaskScope } from '../../../scope.ts'
import { getCentre, isValidOn, listOfficers } from '../../centre/centre-store.ts'
import { formatOfficer } from '../../certificate/issue/issue-facts.ts'
import { assertMayCount, assertMayRead } from '../check-money.ts'
import { buildReportOfPeople, type ReportRequest } from '../official/build-report.ts'
import { readDue } from '../read-due.ts'
import { ownAsReport, readOwnReport } from '../read-own-report.ts'
import { findSettled, settledBytes } from '../settled-store.ts'
import type { FileOperation } from './file-operation.ts'
import type { OfficialQuestion, WrittenOfficial } from './official-thread.ts'
import { paperFacts } from './read-paper-facts.ts'
import { settleReport } from './settle-report.ts'
import { writeDueCalendar } from './write-due-calendar.ts'
import type { ReportFormat, ReportToWrite } from './write-report.ts'

const thread = threadBeside(import.meta.url, 'official-thread')
/** A year is read at once; a thread takes half a second to start. */
const mostDaysHere = 400

type Writing = Pick<Handlers<typeof reportContract>, FileOperation>

export const reportFileHandlers: Writing = {
  file: async (scope, request) => (await officialFile(scope, request, false)).made,
  fileNames: (scope, request) => fileOfPeople(scope, request, false),
  fileFullNik: (scope, request) => fileOfPeople(scope, request, true),
  ownFile,
  ownGuardedFile: ownFile,

  settleForm({ db }, { date }) {
    const officers = listOfficers(db).map(row => ({
      id: row.id,
      words: formatOfficer(row),
      valid: isValidOn(row, date),
    }))
    return { officers: officers.toSorted((a, b) => Number(b.valid) - Number(a.valid)) }
  },

  settle: settleReport,

  settledFile({ db, operator }, { id, format }) {
    const { key, title, period } = found(findSettled(db, id), 'report')
    assertMayRead(operator, key)
    const name = safeFileName(`${title} ${periodSlug(period)}.${format}`)
    return { file: new File([new Uint8Array(settledBytes(db, id, format))], name, { type: types[format] }) }
  },

  calendar(scope) {
    const text = writeDueCalendar(readDue(scope), scope.today)
    return { file: new File([text], 'jatuh-tempo.ics', { type: 'text/calendar' }) }
  },
}

type FileRequest = Omit<ReportRequest, 'fullNik' | 'restricted'> & { format: ReportFormat; size: PaperSize | null }

/** After a leak the history must show whose data was in the file, and which columns. */
async function fileOfPeople(scope: TaskScope, request: FileRequest, fullNik: boolean) {
  const { made, columns, people } = await officialFile(scope, request, fullNik)
  const { key, period, format } = request
  scope.write(({ record, saw }) => {
    saw('report', key, people)
    record('report', `${key} ${period.from} ${period.to}`, null, {
      format,
      nik: fullNik ? 'lengkap' : 'disamarkan',
      columns: columns.filter(title => title !== 'No'),
      people: people.length,
    })
  })
  return made
}

async function officialFile(scope: TaskScope, { format, size, ...request }: FileRequest, fullNik: boolean) {
  const { alone, read, workspace, work, at, today } = scope
  const { restricted, facts, paperSize } = read(query => {
    assertMayRead(query.operator, request.key)
    return {
      restricted: mayOpenRestricted(query.operator),
      facts: paperFacts(query),
      paperSize: getCentre(query.db).paperSize,
    }
  })
  const asked = { ...request, fullNik, restricted }
  const how = { facts, size: size ?? paperSize, format }
  const { from, to } = request.period
  if (!alone && daysBetween(from, to) > mostDaysHere) {
    const question = { at, today, request: asked, ...how }
    const { signal } = work
    const written = await workspace.threads.ask<OfficialQuestion, WrittenOfficial>(thread, question, { signal })
    return { ...written, made: madeOf(nameOf(request), format, written) }
  }
  const { report, people } = read(query => buildReportOfPeople(query, asked))
  const columns = report.tables.flatMap(table => table.columns.map(column => column.title))
  return { made: await fileOf(scope, nameOf(request), { report, ...how }), columns, people }
}

async function ownFile(
  scope: TaskScope,
  { name, choice, format }: { name: string; choice: OwnReport; format: ReportFormat },
) {
  const { report, facts, paperSize } = scope.read(query => {
    assertMayCount(query.operator, choice.measure)
    return {
      report: ownAsReport(query, readOwnReport(query, choice), name),
      facts: paperFacts(query),
      paperSize: getCentre(query.db).paperSize,
    }
  })
  return fileOf(scope, `${name} ${periodSlug(choice.period)}`, { report, facts, size: paperSize, format })
}

function nameOf({ key, period }: Pick<Report, 'key' | 'period'>): string {
  return `${key}-${periodSlug(period)}`
}

async function fileOf(scope: TaskScope, name: string, report: ReportToWrite) {
  return madeOf(name, report.format, await drawOnThread(scope, 'report', report))
}

function madeOf(
  name: string,
  format: ReportFormat,
  { bytes, warnings }: Pick<WrittenOfficial, 'bytes' | 'warnings'>,
): { file: File; warnings: string[] } {
  return { file: new File([bytes], safeFileName(`${name}.${format}`), { type: types[format] }), warnings }
}

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
}
