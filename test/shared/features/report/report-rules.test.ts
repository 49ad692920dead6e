import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnHead } from '../../../../shared/features/report/column-head.ts'
import { factColumns } from '../../../../shared/features/report/fact.ts'
import { measureKeys, measures } from '../../../../shared/features/report/measure.ts'
import { reportKeys } from '../../../../shared/features/report/official.ts'
import { ownReport } from '../../../../shared/features/report/own-report.ts'
import { kindOfPeriod, periodName, periodOf, periodSlug } from '../../../../shared/features/report/period.ts'
import {
  formatPercent,
  percentOf,
  type Report,
  type ReportRow,
  reportDifferences,
} from '../../../../shared/features/report/report.ts'
import { suppressSmall } from '../../../../shared/features/report/suppress.ts'

test('percents round half up from whole numbers, also beyond what a float holds', () => {
  expect(formatPercent(percentOf(168_420_000, 174_000_000))).toBe('96,79')
  expect(formatPercent(percentOf(1, 3))).toBe('33,33')
  expect(formatPercent(percentOf(2, 3))).toBe('66,67')
  expect(formatPercent(percentOf(1, 20_000))).toBe('0,01')
  expect(formatPercent(percentOf(0, 0))).toBe('–')
  expect(formatPercent(percentOf(23_999_999_999_976, 23_999_999_999_976))).toBe('100,00')
  expect(formatPercent(percentOf(-5, 100))).toBe('-5,00')
})

test('columns of tables for other systems have readable heads; others keep their titles', () => {
  const headOf = (key: string, title = key) => columnHead({ key, title })
  expect(
    ['nik', 'kelurahan_kode', 'jenis_kelamin', 'nomor_bnsp', 'tanggal_lahir', 'jp_mengajar'].map(key => headOf(key)),
  ).toEqual(['NIK', 'Kode kelurahan', 'L/P', 'Nomor BNSP', 'Tanggal lahir', 'JP mengajar'])
  expect(headOf('name', 'Kejuruan')).toBe('Kejuruan')
})

test('differences are found by the entity of a row: for two with one name, and under a new name', () => {
  const reportOf = (rows: [name: string, activity: number, spent: number][]): Report => ({
    key: 'realisasi-dana',
    title: 'Realisasi',
    period: { from: '2025-01-01', to: '2025-12-31' },
    asOf: '2025-12-31T08:00:00',
    fundingSource: null,
    countedBy: '',
    tables: [
      {
        title: '',
        columns: [
          { key: 'name', title: 'Kegiatan', kind: 'text' },
          { key: 'spent', title: 'Realisasi', kind: 'rupiah' },
        ],
        rows: rows.map(
          ([name, activity, spent]): ReportRow => ({
            kind: 'row',
            cells: { name, spent },
            filters: { activity: [activity] },
          }),
        ),
      },
    ],
    definitions: [],
    notes: [],
  })
  const then = reportOf([
    ['Las', 1, 100],
    ['Las', 2, 200],
    ['Cat', 3, 300],
  ])
  const now = reportOf([
    ['Las', 1, 150],
    ['Las', 2, 200],
    ['Pengecatan', 3, 300],
    ['Menjahit', 4, 50],
  ])
  expect(reportDifferences(then, now).map(({ row, before, after }) => [row, before, after])).toEqual([
    ['Las', 100, 150],
    ['Menjahit', null, 50],
  ])
})

test('periods have names that are valid file names', () => {
  expect(periodName(periodOf('quarter', 2026, 3))).toBe('Triwulan III 2026')
  expect(periodName(periodOf('month', 2026, 2))).toBe('Februari 2026')
  expect(periodOf('month', 2024, 2).to).toBe('2024-02-29')
  expect(periodSlug(periodOf('semester', 2026, 2))).toBe('2026-smt2')
  expect(periodName({ from: '2026-01-01', to: '2026-12-15' })).toBe(
    '1\u00a0Januari\u00a02026 s.d. 15\u00a0Desember\u00a02026',
  )
  for (const kind of ['month', 'quarter', 'semester', 'year'] as const)
    expect(kindOfPeriod(periodOf(kind, 2025))).toBe(kind)
})

test('every measure names columns that its fact has', () => {
  for (const key of measureKeys) {
    const { fact, sum, distinct, where = {}, definition } = measures[key]
    const columns: readonly string[] = factColumns[fact]
    for (const column of [...Object.keys(where), ...(sum ? [sum] : []), ...(distinct ? [distinct] : [])])
      expect([key, columns.includes(column)]).toEqual([key, true])
    expect(definition).toMatch(/\.$/)
  }
})

test('keys of reports are safe as file names, and there are at least twelve', () => {
  expect(reportKeys.length).toBeGreaterThanOrEqual(12)
  for (const key of reportKeys) expect(key).toMatch(/^[a-z][a-z0-9-]{2,40}$/)
})

test('an own report is refused naming the wrong field', () => {
  const choice = {
    measure: 'spent',
    rows: 'source',
    columns: 'source',
    period: periodOf('year', 2026),
    filters: {},
    cell: 'count',
  }
  expect(ownReport.safeParse(choice).error?.issues[0]).toMatchObject({
    path: ['columns'],
    message: 'Pilih kolom yang lain dari baris.',
  })
  expect(ownReport.safeParse({ ...choice, columns: null, rows: 'village' }).error?.issues[0]).toMatchObject({
    path: ['rows'],
  })
  expect(ownReport.safeParse({ ...choice, columns: null }).success).toBe(true)
})

describe('small cells', () => {
  test('a single small cell also hides the next smallest one, in its row and its column', () => {
    expect(suppressSmall([[1, 5, 9]])).toEqual([[null, null, 9]])
    expect(suppressSmall([[0, 5, 9]])).toEqual([[0, 5, 9]])
  })

  test('none can be computed from the sums of its row or column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        cells => {
          const kept = suppressSmall(cells)
          for (const row of kept)
            for (const value of row) expect(value === null || value === 0 || value >= 3).toBe(true)
          const lines = [...kept, ...[0, 1, 2, 3].map(column => kept.map(row => row[column] ?? null))]
          for (const line of lines) {
            const missing = line.filter(value => value === null).length
            const shown = line.filter(value => value !== null && value > 0).length
            // A single hidden cell in a line is allowed only if no other cell could be hidden with it.
            if (missing === 1) expect(shown).toBe(0)
          }
        },
      ),
    )
  })
})
