import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { standingClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { factsFrom, hashAt } from '../../electron/backend/features/hub/outbox-store.ts'
import { countMeasures } from '../../electron/backend/features/report/measure/measure-store.ts'
import { silentHost } from '../../electron/cli/silent-host.ts'
import { hubLine } from '../../electron/host/hub-line.ts'
import { countFigures } from '../../electron/hub/figures/count-figures.ts'
import { readClasses, readSummary } from '../../electron/hub/figures/read-summary.ts'
import { receive } from '../../electron/hub/receive/receive.ts'
import { startHub } from '../../electron/hub/start-hub.ts'
import { verifyCertificate } from '../../electron/hub/verify-certificate.ts'
import type { Batch } from '../../shared/features/hub/batch.ts'
import { percentile, timesOf } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot, seedCentre } from './ten-years/seed-centre.ts'

const part = 'hub'
const centres = 50
/** Five years of forty classes. */
const size = { people: 8_000, classes: 200 }
const batchSize = 1000
const pagesAsked = 40

/**
 * Fifty centres of five years. One is made by the generator and told through the real outbox; the others tell the same facts under their own
 * names, because what they say does not matter to how fast they are taken.
 */
export async function hub(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-hub-'))
  chmodSync(folder, 0o755)
  const today = todayOf(size.classes)
  const data = join(folder, 'data')
  await seedCentre(data, size, say)
  const running = await startHub({
    dataFolder: join(folder, 'pusat'),
    port: 0,
    host: '127.0.0.1',
    log: () => undefined,
  })
  const backend = createBackend({
    dataFolder: data,
    host: { ...silentHost, hubLine },
    clock: standingClock(today),
    alone: true,
  })
  try {
    const { client } = backend
    await client.hub.makeProvinceKey({})
    await client.hub.join({ address: running.url, fingerprint: running.fingerprint, code: running.localCode })
    const start = performance.now()
    const first = await client.hub.send({})
    assertRight(first.trouble === null && first.waiting === 0, JSON.stringify(first))
    say(`first filling of one centre: ${first.sent} facts in ${((performance.now() - start) / 1000).toFixed(1)} s`)

    const { read } = backend.workspace
    const batches: Batch[] = []
    for (let seq = 1; seq <= first.sent; seq += batchSize) {
      const facts = factsFrom(read, 1, seq, batchSize)
      batches.push({
        epoch: 1,
        previous: hashAt(read, 1, seq - 1) ?? '',
        now: new Date().toISOString(),
        complete: seq + batchSize > first.sent,
        facts,
      })
    }
    const ids = Array.from(
      { length: centres - 1 },
      (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    )
    await running.db.own(db =>
      db.query(
        `INSERT INTO pusat.member (centre_id, key_hash, name, city, regency) SELECT id::uuid, 'x', 'Balai ' || n, 'Kota ' || n, '3671' FROM unnest($1::text[]) WITH ORDINALITY AS t (id, n)`,
        [ids],
      ),
    )
    const times: number[] = []
    const began = performance.now()
    const waiting = [...ids]
    // Two at a time, as two connections would.
    await Promise.all(
      [0, 1].map(async () => {
        for (let id = waiting.shift(); id; id = waiting.shift())
          for (const batch of batches) {
            const at = performance.now()
            await receive(running.db, id, { ...batch, now: new Date().toISOString() })
            times.push(performance.now() - at)
          }
      }),
    )
    const seconds = (performance.now() - began) / 1000
    const facts = first.sent * (centres - 1)
    say(`${facts} facts in ${seconds.toFixed(1)} s, batch p95 ${percentile(times, 95).toFixed(0)} ms`)

    // The same facts into a bare table: without what they say in rows, without seals, keys or sums.
    const plain = await copyTime(running.db, ids)
    await running.db.own(db => db.query('ANALYZE'))

    const province = { role: 'balai_reader', reach: 'province' } as const
    const pages = [
      () => running.db.as(province, db => readSummary(db, null, today, false)),
      () => running.db.as(province, db => readSummary(db, Number(today.slice(0, 4)) - 1, today, false)),
      () => running.db.as(province, db => readClasses(db, Number(today.slice(0, 4)) - 1, ids[3] ?? null, false)),
      () => verifyCertificate(running.db, read.value('SELECT number FROM certificate ORDER BY id LIMIT 1')),
    ]
    const asked = await timesOf(
      page => page(),
      Array.from({ length: pagesAsked }, (_, index) => pages[index % pages.length] ?? (() => undefined)),
    )
    const scope = { period: { from: '2000-01-01', to: '2100-12-31' }, filters: {}, today } as const
    const keys = ['participants', 'graduates', 'present', 'budget', 'spent', 'people'] as const
    const own = countMeasures(read, keys, [], { ...scope, countedBy: 'panel' })[0]?.values
    const here = await running.db.as(
      { role: 'balai_reader', reach: `centre ${read.value('SELECT centre_id FROM hub_link')}` },
      async db => (await countFigures(db, keys, [], scope))[0]?.values,
    )
    assertRight(JSON.stringify(own) === JSON.stringify(here), `${JSON.stringify(own)} and ${JSON.stringify(here)}`)
    const report = await timesOf(
      () => running.db.as(province, db => countFigures(db, ['participants', 'graduates'], ['trade'], scope)),
      [1, 2, 3],
    )
    return [
      atLeast(part, `facts a second, 49 centres, ${facts} facts`, facts / seconds, 10_000, '×'),
      shownOnly(part, 'time of COPY of the same facts alone, of it', (plain / (seconds * 1000)) * 100, '%'),
      shownOnly(part, `batch of ${batchSize}, p95`, percentile(times, 95), 'ms'),
      under(part, 'dashboard page over 50 centres, p95', percentile(asked, 95), 200),
      shownOnly(part, 'own report over rows of all years and centres', percentile(report, 50), 'ms'),
    ]
  } finally {
    await closeWithoutSnapshot(backend)
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds in which PostgreSQL writes the rows of the facts again by COPY, from its own text. */
async function copyTime(db: Awaited<ReturnType<typeof startHub>>['db'], ids: readonly string[]): Promise<number> {
  const file = `'${join(tmpdir(), `balai-hub-copy-${process.pid}`)}'`
  return db.own(async client => {
    await client.query('CREATE TABLE pusat.bare (LIKE pusat.fact)')
    await client.query(`COPY (SELECT * FROM pusat.fact WHERE centre_id = ANY ('{${ids.join(',')}}')) TO ${file}`)
    const start = performance.now()
    await client.query(`COPY pusat.bare FROM ${file}`)
    const took = performance.now() - start
    await client.query('DROP TABLE pusat.bare')
    return took
  })
}
