import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type FundingSource, fundingSources } from '../../shared/features/activity/funding-source.ts'
import {
  type FigureKey,
  isNamed,
  isReportKey,
  officialReports,
  reportKeys,
} from '../../shared/features/report/official.ts'
import { type Period, periodName } from '../../shared/features/report/period.ts'
import type { Report, ReportRow, ReportTable } from '../../shared/features/report/report.ts'
import type { BackendClient } from '../backend/create-backend.ts'
import { saveFile } from '../backend/files/save-file.ts'
import { type Answer, type Command, readChoice, readDay, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

const formats = ['json', 'xlsx', 'pdf', 'csv'] as const

/** The list of reports, or one of them for a period: JSON for programs, or the file that the office hands in. */
export const report: Command = {
  usage:
    'report KEY --data DIR --from YYYY-MM-DD --to YYYY-MM-DD --format json|xlsx|pdf|csv [--out FILE] [--source KODE] [--nik full] [--today D] [--json]\nbalai report --list --json [--data DIR]',
  async run(args) {
    const options = readOptions(
      args,
      {
        list: 'flag',
        data: 'text',
        from: 'text',
        to: 'text',
        format: 'text',
        out: 'text',
        source: 'text',
        nik: 'text',
      },
      1,
    )
    const [key] = options.positionals
    if (options.list) {
      if (key !== undefined) throw new UsageError(`--list tidak memakai ${key}.`)
      return listOf()
    }
    if (key === undefined) throw new UsageError('Tulis laporan yang mana, atau --list untuk daftarnya.')
    if (!isReportKey(key))
      throw new UsageError(`Laporan ${key} tidak dikenal. Pilih salah satu: ${reportKeys.join(', ')}.`)
    if (options.from === undefined) throw new UsageError('--from belum ditulis.')
    if (options.to === undefined) throw new UsageError('--to belum ditulis.')
    const period: Period = { from: readDay('--from', options.from), to: readDay('--to', options.to) }
    if (period.to < period.from) throw new UsageError(`--to ${period.to} lebih awal dari --from ${period.from}.`)
    const format = options.format === undefined ? 'json' : readChoice('--format', options.format, formats)
    const fullNik = options.nik !== undefined && readChoice('--nik', options.nik, ['full', 'masked']) === 'full'
    const fundingSource = options.source === undefined ? null : readChoice('--source', options.source, fundingSources)
    return withBackend({ ...options, alone: false }, async ({ client }) => {
      const request = { key, period, fundingSource }
      if (format === 'json') return await jsonOf(client, request, options.out, fullNik)
      const { file, warnings } = await fileOf(client, request, format, fullNik)
      return await written(file as File, options.out, { key, format, warnings, words: formatDone(key, period) })
    })
  },
}

function listOf(): Answer {
  const list = reportKeys.map(key => ({ key, title: officialReports[key].title }))
  const widest = Math.max(...list.map(({ key }) => key.length))
  return { json: list, words: list.map(({ key, title }) => `${key.padEnd(widest)}  ${title}`).join('\n') }
}

type Request = { key: (typeof reportKeys)[number]; period: Period; fundingSource: FundingSource | null }

/** The report is written to standard output, or to a file with --out. */
async function jsonOf(
  client: BackendClient,
  request: Request,
  out: string | undefined,
  fullNik: boolean,
): Promise<Answer> {
  if (fullNik)
    throw new UsageError('--nik full: pilih --format csv atau xlsx, supaya angka lengkap hanya ada di berkas.')
  const { key, ...scope } = request
  const content = jsonReport(
    await (isNamed(key)
      ? client.report.getNames({ key, ...scope })
      : client.report.get({ key: key as FigureKey, ...scope })),
  )
  const text = JSON.stringify(content, null, 2)
  if (out === undefined) return { json: content, words: text }
  const path = resolve(out)
  await saveFile(path, new TextEncoder().encode(`${text}\n`))
  return {
    json: { file: path, key: request.key, format: 'json' },
    words: `${formatDone(request.key, request.period)} ada di ${path}.`,
  }
}

function fileOf(client: BackendClient, { key, ...scope }: Request, format: 'xlsx' | 'pdf' | 'csv', fullNik: boolean) {
  const rest = { ...scope, format, size: null }
  if (!isNamed(key)) {
    if (fullNik) throw new UsageError(`--nik full: ${key} tidak memuat NIK.`)
    return client.report.file({ key: key as FigureKey, ...rest })
  }
  return fullNik ? client.report.fileFullNik({ key, ...rest }) : client.report.fileNames({ key, ...rest })
}

type Written = { key: string; format: string; warnings: string[]; words: string }

/** Into the file of --out; without it the bytes go to standard output, so that they can be piped. */
async function written(
  file: File,
  out: string | undefined,
  { key, format, warnings, words }: Written,
): Promise<Answer | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  for (const warning of warnings) process.stderr.write(`${warning}\n`)
  if (out === undefined) {
    writeFileSync(process.stdout.fd, bytes)
    return undefined
  }
  const path = resolve(out)
  await saveFile(path, bytes)
  return { json: { file: path, key, format, bytes: bytes.length }, words: `${words} ada di ${path}.` }
}

function formatDone(key: Request['key'], period: Period): string {
  return `${officialReports[key].title}, ${periodName(period)},`
}

/** Percentages as numbers with two decimals, null on division by zero. The first table is repeated at the top level. */
function jsonReport(report: Report) {
  const tables = report.tables.map(table => ({
    title: table.title,
    columns: table.columns.map(({ key, title, kind }) => ({ key, title, kind })),
    rows: table.rows.map(row => jsonRow(table, row)),
  }))
  const [first] = tables
  const { key, title, period, asOf, countedBy, definitions, notes } = report
  return {
    key,
    title,
    period: { ...period, name: periodName(period) },
    asOf,
    countedBy,
    columns: first?.columns ?? [],
    rows: first?.rows ?? [],
    total: first?.rows.find(row => row.kind === 'total') ?? null,
    tables,
    definitions,
    notes,
  }
}

function jsonRow({ columns }: ReportTable, row: ReportRow): Record<string, string | number | null> {
  const cells = columns.flatMap(({ key, kind }) => {
    const value = row.cells[key]
    if (value === undefined || key === 'no') return []
    return [[key, kind === 'percent' && value !== null ? Number(value) / 100 : value] as const]
  })
  return { kind: row.kind, ...Object.fromEntries(cells) }
}
