import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { dimensionKeys, dimensions, divides } from '../../shared/features/report/dimension.ts'
import { measureKeys } from '../../shared/features/report/measure.ts'
import { figureKeys } from '../../shared/features/report/official.ts'
import { periodOf, yearPeriod } from '../../shared/features/report/period.ts'
import { yearOf } from '../../shared/kernel/plain-date.ts'
import { percentile, workTimesOf } from './measure.ts'
import { assertRight, type Figure, shownOnly, under } from './part.ts'
import { besideSheets } from './reports/beside-sheets.ts'
import { cachedCentre, copyOf, tenYears } from './ten-years/cached-centre.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot } from './ten-years/seed-centre.ts'

/**
 * Reports of a centre after ten years: 200,000 people, 2,000 classes. Every year is read, most of them for the first time. Times are CPU
 * time, because other work shares the machine.
 */
export async function reports(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-reports-'))
  const today = todayOf(tenYears.classes)
  const centre = copyOf(await cachedCentre(tenYears, say), join(folder, 'data'))
  const backend = createBackend({ dataFolder: centre, host: silentHost, clock: fixedClock(today) })
  const { client } = backend
  try {
    const years = (await client.report.year({ year: yearOf(today) })).years
    assertRight(years.length >= 10, `${years.length} years`)
    const periods = years.flatMap(year => [yearPeriod(year), periodOf('quarter', year, 2), periodOf('month', year, 9)])
    const official: number[] = []
    for (const key of figureKeys) {
      const times = await workTimesOf(period => client.report.get({ key, period, fundingSource: null }), periods)
      say(`${key}: p95 ${percentile(times, 95).toFixed(0)} ms`)
      official.push(...times)
    }
    const whole = await client.report.get({
      key: 'rekap-pelatihan',
      period: yearPeriod(years[1] ?? yearOf(today)),
      fundingSource: null,
    })
    const parts = whole.tables[0]?.rows ?? []
    const sum = parts
      .filter(row => row.kind === 'row')
      .reduce((total, row) => total + Number(row.cells.participants), 0)
    assertRight(sum > 1000 && sum === parts.at(-1)?.cells.participants, `${sum} people by trade`)
    const pages = await workTimesOf(year => client.report.year({ year }), years)
    const questions = measureKeys
      .filter((_, index) => index % 4 === 0)
      .flatMap(measure => {
        const known = dimensionKeys.filter(key => divides(key, measure) && !dimensions[key].restricted)
        const [rows, columns] = [known.at(-5) ?? known[0], known[0]]
        if (!rows || !columns || rows === columns) return []
        return [2, 5, 8].map(index => ({
          choice: {
            measure,
            rows,
            columns,
            period: yearPeriod(years[index] ?? yearOf(today)),
            filters: {},
            cell: 'count' as const,
          },
        }))
      })
    const own = await workTimesOf(question => client.report.own(question), questions)
    const behind = await workTimesOf(
      year =>
        client.report.behind({
          measure: 'participants',
          period: yearPeriod(year),
          filters: { trade: ['TR'] },
          limit: 200,
          offset: 0,
        }),
      years,
    )
    // Years are sorted latest first. Four of them together have more than 10,000 people.
    const period = { from: `${years[5]}-01-01`, to: `${years[2]}-12-31` } as ReturnType<typeof yearPeriod>
    const list = await client.report.getNames({ key: 'data-peserta', period, fundingSource: null })
    const rows = list.tables[0]?.rows.length ?? 0
    const request = { key: 'data-peserta', period, fundingSource: null, format: 'xlsx', size: null } as const
    const times = await workTimesOf(async () => {
      const { file } = await client.report.fileNames(request)
      assertRight((file as File).size > 100_000, 'the Excel holds its rows')
    }, [1, 2, 3])
    const book = times.map(time => (time * 10_000) / rows)
    const made = percentile(book, 50)
    return [
      under('reports', `p95 of ${official.length} official reports, month to year`, percentile(official, 95), 300),
      under('reports', `p95 of the page of ${pages.length} years`, percentile(pages, 95), 150),
      under('reports', `p95 of ${own.length} own reports of two dimensions`, percentile(own, 95), 300),
      shownOnly('reports', `p95 of the people behind a figure, ${behind.length} years`, percentile(behind, 95), 'ms'),
      under('reports', `an Excel of 10,000 rows (of ${rows})`, made, 1500),
      ...(await besideSheets(client, folder, years, say)),
    ]
  } finally {
    await closeWithoutSnapshot(backend)
    rmSync(folder, { recursive: true, force: true })
  }
}
