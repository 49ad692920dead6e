import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standingClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { silentHost } from '../../electron/cli/silent-host.ts'
import { dimensionKeys, dimensions, divides } from '../../shared/features/report/dimension.ts'
import { measureKeys } from '../../shared/features/report/measure.ts'
import { figureKeys } from '../../shared/features/report/official.ts'
import { periodOf, yearPeriod } from '../../shared/features/report/period.ts'
import { yearOf } from '../../shared/kernel/plain-date.ts'
import { percentile, workTimesOf } from './measure.ts'
import { assertRight, atLeast, type Figure, notMeasured, shownOnly, under } from './part.ts'
import { cachedCentre, copyOf, tenYears } from './ten-years/cached-centre.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot } from './ten-years/seed-centre.ts'

const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync)

/**
 * Reports of a centre after ten years: 200,000 people, 2,000 classes. Every year is asked for, most of them never read before. Times are those of
 * the processor, because others share the machine.
 */
export async function reports(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-reports-'))
  const today = todayOf(tenYears.classes)
  const centre = copyOf(await cachedCentre(tenYears, say), join(folder, 'data'))
  const backend = createBackend({ dataFolder: centre, host: silentHost, clock: standingClock(today) })
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
    // Years stand the latest first: some four years have more than 10,000 people.
    const period = { from: `${years[5]}-01-01`, to: `${years[2]}-12-31` } as ReturnType<typeof yearPeriod>
    const list = await client.report.getNames({ key: 'data-peserta', period, fundingSource: null })
    const rows = list.tables[0]?.rows.length ?? 0
    const request = { key: 'data-peserta', period, fundingSource: null, format: 'xlsx', size: null } as const
    let bytes = new Uint8Array()
    const times = await workTimesOf(async () => {
      const { file } = await client.report.fileNames(request)
      bytes = new Uint8Array(await (file as File).arrayBuffer())
    }, [1, 2, 3])
    const book = times.map(time => (time * 10_000) / rows)
    const made = percentile(book, 50)
    return [
      under('reports', `p95 of ${official.length} official reports, month to year`, percentile(official, 95), 300),
      under('reports', `p95 of the page of ${pages.length} years`, percentile(pages, 95), 150),
      under('reports', `p95 of ${own.length} own reports of two dimensions`, percentile(own, 95), 300),
      shownOnly('reports', `p95 of the people behind a figure, ${behind.length} years`, percentile(behind, 95), 'ms'),
      under('reports', `an Excel of 10,000 rows (of ${rows})`, made, 1500),
      libreOffice(folder, bytes, rows, percentile(official, 95)),
    ]
  } finally {
    await closeWithoutSnapshot(backend)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reading the exported sheet with LibreOffice, which is what an office does without a report. */
function libreOffice(folder: string, bytes: Uint8Array, rows: number, report: number): Figure {
  const what = `a report against opening its ${rows} rows in LibreOffice`
  if (!soffice) return notMeasured('reports', `${what}: not installed`, '×')
  writeFileSync(join(folder, 'data.xlsx'), bytes)
  const start = performance.now()
  const done = spawnSync(
    soffice,
    ['--headless', '--convert-to', 'csv', '--outdir', folder, join(folder, 'data.xlsx')],
    { timeout: 300_000 },
  )
  if (done.status !== 0) return notMeasured('reports', `${what}: it did not open the sheet`, '×')
  return atLeast('reports', what, (performance.now() - start) / report, 20)
}
