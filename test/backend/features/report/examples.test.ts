import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  fitsUprightSheet,
  reportColumns,
} from '../../../../electron/backend/features/report/documents/report-columns.ts'
import { cellPadding } from '../../../../electron/backend/pdf/table/table.ts'
import { textWidth } from '../../../../electron/backend/pdf/text/text-measure.ts'
import { type FigureKey, figureKeys, isNamed, reportKeys } from '../../../../shared/features/report/official.ts'
import type { Report } from '../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../shared/features/report/report-format.ts'
import { type Fixture, openFixture } from '../../fixture.ts'
import { buildExampleCentre } from './example-centre.ts'

// The three example tables of the domain research (11.6), exact to the digit, from a centre built through the contract.

const year = { from: '2025-01-01', to: '2025-12-31' } as const
let fixture: Fixture
beforeAll(async () => {
  fixture = openFixture()
  await buildExampleCentre(fixture)
}, 120_000)
afterAll(() => fixture.remove())

/** The figures of a table as printed, one line per row, without number, name and source. */
function printed({ tables }: Report, without: readonly string[] = []): string[] {
  const [table] = tables
  if (!table) throw new Error('no table')
  const columns = table.columns.filter(column => !['no', 'name', 'group', ...without].includes(column.key))
  return table.rows.map(row => columns.map(column => formatCell(row.cells[column.key] ?? null, column.kind)).join(' '))
}

test('A: realisation of the DIF by activity', async () => {
  expect(printed(await fixture.client.report.get({ key: 'realisasi-dif', period: year, fundingSource: null }))).toEqual(
    [
      '3 3 174.000.000 168.420.000 96,79 5.580.000 0 48 48 41 5 2',
      '3 3 186.000.000 181.935.000 97,81 4.065.000 6 42 48 43 3 2',
      '3 3 162.000.000 157.280.000 97,09 4.720.000 45 3 48 42 4 2',
      '3 3 180.000.000 173.640.000 96,47 6.360.000 47 1 48 40 6 2',
      '12 12 702.000.000 681.275.000 97,05 20.725.000 98 94 192 166 18 8',
      '3 3 198.000.000 191.565.000 96,75 6.435.000 46 2 48 42 5 1',
      '3 3 156.000.000 151.210.000 96,93 4.790.000 20 28 48 44 3 1',
      '3 2 210.000.000 136.480.000 64,99 73.520.000 32 0 32 26 4 2',
      '3 3 168.000.000 163.175.000 97,13 4.825.000 46 2 48 43 4 1',
      '12 11 732.000.000 642.430.000 87,76 89.570.000 144 32 176 155 16 5',
      '24 23 1.434.000.000 1.323.705.000 92,31 110.295.000 242 126 368 321 34 13',
    ],
  )
})

test('B: training of the year by trade', async () => {
  const rows = printed(await fixture.client.report.get({ key: 'rekap-pelatihan', period: year, fundingSource: null }))
  // Our rows follow the order of the trades in the program; the example has Servis motor before Listrik, so sort both.
  expect(rows.toSorted()).toEqual(
    [
      '3 360 48 96 0 48 48 41 5 2 85,42 41 36 33 3 91,67',
      '3 360 48 121 6 42 48 43 3 2 89,58 43 40 37 3 92,50',
      '3 360 48 83 45 3 48 42 4 2 87,50 42 38 34 4 89,47',
      '3 360 48 104 47 1 48 40 6 2 83,33 40 35 30 5 85,71',
      '3 360 48 88 46 2 48 42 5 1 87,50 42 38 33 5 86,84',
      '3 360 48 79 20 28 48 44 3 1 91,67 44 41 38 3 92,68',
      '2 240 48 57 32 0 32 26 4 2 81,25 26 22 18 4 81,82',
      '3 360 48 62 46 2 48 43 4 1 89,58 43 37 31 6 83,78',
      '23 2.760 384 690 242 126 368 321 34 13 87,23 321 287 254 33 88,50',
    ].toSorted(),
  )
  expect(rows.at(-1)).toMatch(/^23 2\.760/)
})

test('the page Hasil per kejuruan shows the same figures as the measures', async () => {
  const { total } = await fixture.client.alumni.results({ year: 2025, fundingSource: null })
  expect(
    total.months.map(({ due, employed, selfEmployed, unreached }) => [due, employed + selfEmployed, unreached]),
  ).toEqual([
    [321, 155, 45],
    [321, 189, 47],
    [321, 206, 47],
  ])
})

test('printed reports break no word and fit the width of the sheet', async () => {
  for (const key of reportKeys) {
    const input = { period: year, fundingSource: null }
    const { tables } = isNamed(key)
      ? await fixture.client.report.getNames({ key, ...input })
      : await fixture.client.report.get({ key: key as FigureKey, ...input })
    for (const table of tables) {
      const usable = fitsUprightSheet(table, 175) ? 175 : 265
      const { columns, size, headHeight } = reportColumns(table, usable)
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(usable, 6)
      expect(size, `${key} is too small to read`).toBeGreaterThanOrEqual(5.5)
      const style = { face: 'arimo', size } as const
      columns.forEach(({ title, width }, index) => {
        expect(title.length * 3, `head of ${key}`).toBeLessThan(headHeight)
        const { key: column = '', kind = 'text' } = table.columns[index] ?? {}
        const words = table.rows
          .filter(row => row.kind === 'row')
          .flatMap(row => formatCell(row.cells[column] ?? null, kind).split(' '))
        const widest = Math.max(0, ...words.map(word => textWidth(word, style)))
        expect([key, column, widest <= width - 2 * cellPadding]).toEqual([key, column, true])
      })
    }
  }
})

test('C: tracer of its graduates', async () => {
  expect(printed(await fixture.client.report.get({ key: 'tracer', period: year, fundingSource: null }))).toEqual([
    '58 18,07 74 23,05 83 25,86',
    '31 9,66 37 11,53 41 12,77',
    '52 16,20 61 19,00 64 19,94',
    '14 4,36 17 5,30 18 5,61',
    '74 23,05 41 12,77 26 8,10',
    '38 11,84 33 10,28 30 9,35',
    '9 2,80 11 3,43 12 3,74',
    '45 14,02 47 14,64 47 14,64',
    '321 100,00 321 100,00 321 100,00',
    '276 85,98 274 85,36 274 85,36',
    '155 48,29 189 58,88 206 64,17',
    '155 56,16 189 68,98 206 75,18',
  ])
})

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)

/** The formulas of a sheet by cell, each with its stored result. */
function formulasOf(sheet: string) {
  return [...sheet.matchAll(/<c [^>]*r="([A-Z]+)(\d+)"[^>]*><f>([^<]+)<\/f><v>([^<]*)<\/v>/g)].map(
    ([, letters = '', row = '', , value = '']) => {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
      return { row: Number(row) - 1, column: column - 1, value }
    },
  )
}

test('sums and shares of every workbook are formulas, and LibreOffice computes the same results', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-report-'))
  try {
    const expected = new Map<string, ReturnType<typeof formulasOf>>()
    for (const key of figureKeys) {
      const input = { key, period: year, fundingSource: null, format: 'xlsx', size: null } as const
      const { file } = await fixture.client.report.file(input)
      const parts = unzipSync(new Uint8Array(await (file as File).arrayBuffer()))
      for (const name of Object.keys(parts).filter(part => part.startsWith('xl/worksheets/sheet'))) {
        const sheet = strFromU8(parts[name] ?? new Uint8Array())
        // Every formula has its result stored, for programs that do not compute.
        expect(sheet.match(/<f>[^<]*<\/f><\/c>/)).toBeNull()
        if (name.endsWith('sheet1.xml')) expected.set(key, formulasOf(sheet))
        // Remove the results, so that LibreOffice must compute them.
        parts[name] = strToU8(sheet.replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'))
      }
      writeFileSync(join(folder, `${key}.xlsx`), zipSync(parts))
    }
    expect([...expected.values()].flat().length).toBeGreaterThan(500)
    if (!soffice) return
    const files = figureKeys.map(key => join(folder, `${key}.xlsx`))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(soffice, [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, ...files], {
      timeout: 100_000,
    })
    for (const key of figureKeys) {
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, `${key}.csv`), 'utf8'))
      for (const { row, column, value } of expected.get(key) ?? []) {
        const reckoned = (data[row]?.[column] ?? '').replaceAll(',', '')
        expect([key, row, column, Number.isNaN(Number(value)) ? reckoned : Number(reckoned)]).toEqual([
          key,
          row,
          column,
          Number.isNaN(Number(value)) ? value : Number(value),
        ])
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
