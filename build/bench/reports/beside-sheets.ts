import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import { type FigureKey, isNamed, type ReportKey } from '../../../shared/features/report/official.ts'
import { type Period, yearPeriod } from '../../../shared/features/report/period.ts'
import type { Report } from '../../../shared/features/report/report.ts'
import { libreOffice } from '../libre-office.ts'
import { percentile, timesOf } from '../measure.ts'
import { assertRight, atLeast, type Figure, notMeasured, shownOnly } from '../part.ts'

const part = 'reports'
const runs = 5

/** The sheet in which an office keeps the rows, and the reports made from it. Instructor hours and modal kerja have no such sheet. */
const sheets = {
  'data-peserta': ['rekap-pelatihan', 'rekap-kelas', 'sasaran', 'kelurahan', 'kecamatan', 'profil-peserta'],
  'data-hasil': ['indikator', 'kehadiran', 'sertifikat'],
  'data-penempatan': ['tracer'],
  // Has the cash book as its second sheet.
  'realisasi-dana': ['realisasi-dif', 'realisasi-dana', 'realisasi-rekening', 'serapan-bulanan'],
} as const satisfies Partial<Record<ReportKey, readonly FigureKey[]>>
type SheetKey = keyof typeof sheets
const sheetKeys = Object.keys(sheets) as SheetKey[]

/** Each report of a year compared with LibreOffice opening its sheet: once with the rows of all years, once with those of one year. */
export async function besideSheets(
  client: BackendClient,
  folder: string,
  years: readonly number[],
  say: (line: string) => void,
): Promise<Figure[]> {
  const open = await libreOffice(folder)
  if (!open) return [notMeasured(part, 'a report against opening its sheet in LibreOffice: not installed', '×')]
  const one = yearPeriod(years[Math.floor(years.length / 2)] ?? 0)
  const all: Period = { from: yearPeriod(years.at(-1) ?? 0).from, to: yearPeriod(years[0] ?? 0).to }
  const files = new Map<SheetKey, { rows: number; ofAll: string; ofOne: string }>()
  for (const key of sheetKeys) {
    const [ofAll, ofOne] = [join(folder, `${key}.xlsx`), join(folder, `${key}-tahun.xlsx`)]
    await writeSheet(client, key, one, ofOne)
    const table = await writeSheet(client, key, all, ofAll)
    // The first start also creates the profile of LibreOffice; that must not count in the runs that follow.
    assertOpened(await open(ofAll), table)
    files.set(key, { rows: table.rows.length, ofAll, ofOne })
  }
  const nothing = join(folder, 'kosong.csv')
  writeFileSync(nothing, 'kosong\n')
  const ratios = new Map<FigureKey, number[]>()
  const [ofOneYear, starts, openings] = [[] as number[], [] as number[], new Map<SheetKey, number[]>()]
  const timed = async (file: string) => (await timesOf(open, [file], false))[0] ?? 0
  for (let run = 0; run < runs; run += 1) {
    starts.push(await timed(nothing))
    for (const [key, { ofAll, ofOne }] of files) {
      const [opening, short] = [await timed(ofAll), await timed(ofOne)]
      openings.set(key, [...(openings.get(key) ?? []), opening])
      for (const report of sheets[key]) {
        const ask = (year: number) => client.report.get({ key: report, period: yearPeriod(year), fundingSource: null })
        const ours = percentile(await timesOf(ask, years, false), 50)
        ratios.set(report, [...(ratios.get(report) ?? []), opening / ours])
        ofOneYear.push(short / ours)
      }
    }
  }
  const worst = [...ratios]
    .map(([report, found]) => ({ report, ratio: Math.min(...found) }))
    .toSorted((a, b) => a.ratio - b.ratio)
  for (const { report, ratio } of worst) say(`${report}: ${ratio.toFixed(1)} x LibreOffice, worst of ${runs}`)
  const [slowest] = worst
  assertRight(slowest !== undefined, 'no report beside LibreOffice')
  return [
    atLeast(
      part,
      `${worst.length} reports, each against opening its sheet of ${years.length} years, the worst of all (${slowest.report}) in five runs`,
      slowest.ratio,
      20,
    ),
    shownOnly(part, 'the same against opening the rows of one year alone', Math.min(...ofOneYear), '×'),
    ...[...files].map(([key, { rows }]) =>
      shownOnly(part, `LibreOffice opens ${key}, ${rows} rows`, percentile(openings.get(key) ?? [], 50), 'ms'),
    ),
    shownOnly(part, 'LibreOffice starts with nothing to open', percentile(starts, 50), 'ms'),
  ]
}

async function writeSheet(client: BackendClient, key: SheetKey, period: Period, path: string) {
  const input = { key, period, fundingSource: null } as const
  const file = { ...input, format: 'xlsx', size: null } as const
  const [report, made] = isNamed(input.key)
    ? [
        await client.report.getNames({ ...input, key: input.key }),
        await client.report.fileNames({ ...file, key: input.key }),
      ]
    : [await client.report.get({ ...input, key: input.key }), await client.report.file({ ...file, key: input.key })]
  writeFileSync(path, new Uint8Array(await (made.file as File).arrayBuffer()))
  const [table] = report.tables
  assertRight(table !== undefined && table.rows.length > 0, `${key} has rows`)
  return table
}

/** Checks that every row arrived, and the content of the first and the last one. */
function assertOpened(lines: readonly string[], { rows }: Report['tables'][number]): void {
  assertRight(lines.length > rows.length, `${lines.length} lines of ${rows.length} rows`)
  for (const row of [rows[0], rows.at(-1)]) {
    const texts = Object.values(row?.cells ?? {}).filter(cell => typeof cell === 'string' && /^[\w .]+$/.test(cell))
    assertRight(
      lines.some(line => texts.every(text => line.includes(String(text)))),
      `a line with ${texts.join(', ')}`,
    )
  }
}
