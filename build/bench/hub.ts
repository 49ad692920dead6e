import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PoolClient } from 'pg'
import { fixedClock } from '../../electron/backend/clock.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { digestOf, factsFrom } from '../../electron/backend/features/hub/outbox-store.ts'
import { countMeasures } from '../../electron/backend/features/report/measure/measure-store.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { hubLine } from '../../electron/host/hub-line.ts'
import type { HubDatabase } from '../../electron/hub/database/hub-database.ts'
import { countFigures } from '../../electron/hub/figures/count-figures.ts'
import { readReport } from '../../electron/hub/figures/read-report.ts'
import { readClasses, readDoubles, readSummary } from '../../electron/hub/figures/read-summary.ts'
import { readApplications } from '../../electron/hub/notices.ts'
import { receive } from '../../electron/hub/receive/receive.ts'
import { startHub } from '../../electron/hub/start-hub.ts'
import { verifyCertificate } from '../../electron/hub/verify-certificate.ts'
import type { Batch, TravellingFact } from '../../shared/features/hub/batch.ts'
import { sealedText } from '../../shared/features/hub/chain.ts'
import { percentile, timesOf } from './measure.ts'
import { assertRight, atLeast, type Figure, shownOnly, under } from './part.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot, seedCentre } from './ten-years/seed-centre.ts'

const part = 'hub'
const centres = 50
/** About fifty classes in five years; four run at the same time. */
const size = { people: 8_000, classes: 250, lanes: 4 }
const batchSize = 1000
const pagesAsked = 12

/**
 * Fifty centres with five years of data. One is generated and sends through the real outbox; the others send the same facts under their
 * own ids, about other people, sealed again.
 */
export async function hub(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-hub-'))
  chmodSync(folder, 0o755)
  const today = todayOf(size.classes, size.lanes)
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
    clock: fixedClock(today),
    alone: true,
  })
  try {
    const { client } = backend
    await client.hub.makeProvinceKey({})
    await client.hub.join({ address: running.url, fingerprint: running.fingerprint, code: running.localCode })
    const start = performance.now()
    const first = await client.hub.send({})
    assertRight(first.trouble === null && first.waiting === 0, JSON.stringify(first))
    const filling = (performance.now() - start) / 1000
    const { read } = backend.workspace
    const sentFacts = factsFrom(read, 1, 1, first.sent)
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
    let taken = 0
    // Sealed before the clock starts, and only a few centres at a time to limit memory.
    for (let from = 0; from < ids.length; from += 7) {
      const waiting = ids
        .slice(from, from + 7)
        .map((id, index) => ({ id, batches: batchesOf(sentFacts, from + index + 1) }))
      const began = performance.now()
      // Two at a time, like two connections.
      await Promise.all(
        [0, 1].map(async () => {
          for (let centre = waiting.shift(); centre; centre = waiting.shift())
            for (const batch of centre.batches) {
              const at = performance.now()
              await receive(running.db, centre.id, { ...batch, now: new Date().toISOString() })
              times.push(performance.now() - at)
            }
        }),
      )
      taken += performance.now() - began
    }
    const seconds = taken / 1000
    const facts = first.sent * (centres - 1)
    say(`${facts} facts in ${seconds.toFixed(1)} s, batch p95 ${percentile(times, 95).toFixed(0)} ms`)

    // For comparison: the same facts copied into a bare table, without derived rows, seals, keys or sums.
    const plain = await copyTime(running.db, ids)
    await running.db.own(db => db.query('ANALYZE'))

    const province = { role: 'balai_reader', reach: 'province' } as const
    const year = Number(today.slice(0, 4)) - 1
    const input = { from: `${year}-01-01`, to: `${year}-12-31`, centreId: null }
    const seen = <T>(work: (db: PoolClient) => Promise<T>) => running.db.as(province, work)
    const reportBy = (measures: string[], by: string) =>
      seen(db => readReport(db, { ...input, measures, by: [by] }, today, false))
    // Each page with all queries that it runs.
    const pages: Record<string, () => Promise<unknown>> = {
      Ringkasan: () => Promise.all([seen(db => readSummary(db, year, today, false)), seen(readApplications)]),
      Kelas: () => seen(db => readClasses(db, year, ids[3] ?? null, false)),
      'Kelas, all centres': () => seen(db => readClasses(db, year, null, false)),
      Lulusan: () =>
        Promise.all([
          reportBy(['graduates', 'due3', 'traced3', 'placed3', 'placed6', 'placed12'], 'centre'),
          reportBy(['participants', 'graduates'], 'village'),
        ]),
      Realisasi: () => Promise.all(['centre', 'source'].map(by => reportBy(['activities', 'budget', 'spent'], by))),
      'Orang ganda': () => seen(readDoubles),
      Laporan: () => reportBy(['participants', 'graduates'], 'centre'),
      Sertifikat: () => verifyCertificate(running.db, read.value('SELECT number FROM certificate ORDER BY id LIMIT 1')),
    }
    const slowest: number[] = []
    for (const [name, page] of Object.entries(pages)) {
      const own = await timesOf(
        page,
        Array.from({ length: pagesAsked }, () => undefined),
      )
      say(`${name}: p50 ${percentile(own, 50).toFixed(0)} ms, p95 ${percentile(own, 95).toFixed(0)} ms`)
      slowest.push(percentile(own, 95))
    }
    const scope = { period: { from: '2000-01-01', to: '2100-12-31' }, filters: {}, today } as const
    const keys = ['participants', 'graduates', 'present', 'budget', 'spent', 'people'] as const
    const own = countMeasures(read, keys, [], { ...scope, countedBy: 'panel' })[0]?.values
    const here = await running.db.as(
      { role: 'balai_reader', reach: `centre ${read.value('SELECT centre_id FROM hub_link')}` },
      async db => (await countFigures(db, keys, [], scope))[0]?.values,
    )
    assertRight(JSON.stringify(own) === JSON.stringify(here), `${JSON.stringify(own)} and ${JSON.stringify(here)}`)
    const report = await timesOf(
      () => running.db.as(province, db => countFigures(db, ['participants', 'graduates'], ['sex'], scope)),
      [1, 2, 3],
    )
    return [
      atLeast(part, `49 centres, ${facts} facts`, facts / seconds, 10_000, 'facts/s'),
      shownOnly(part, 'time of COPY of the same facts alone, of it', (plain / (seconds * 1000)) * 100, '%'),
      shownOnly(part, 'first filling of one centre over HTTPS', first.sent / filling, 'facts/s'),
      shownOnly(part, 'bytes a fact with its index, on disk', await bytesEach(running.db, 'fact'), 'B'),
      shownOnly(part, 'bytes a person with its indexes, on disk', await bytesEach(running.db, 'enrolment'), 'B'),
      shownOnly(part, `batch of ${batchSize}, p95`, percentile(times, 95), 'ms'),
      under(part, 'dashboard pages over 50 centres, p95 of the slowest', Math.max(...slowest), 200),
      shownOnly(part, 'own report over rows of all years and centres', percentile(report, 50), 'ms'),
    ]
  } finally {
    await closeWithoutSnapshot(backend)
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same batches as another centre would send them, about other people; one person in 64 was trained at every centre. */
function batchesOf(facts: readonly TravellingFact[], centre: number): Batch[] {
  const mark = String(centre).padStart(4, '0')
  const batches: Batch[] = []
  let previous = ''
  for (let from = 0; from < facts.length; from += batchSize) {
    const batch: TravellingFact[] = []
    const before = previous
    for (const fact of facts.slice(from, from + batchSize)) {
      const body =
        fact.topic === 'enrolment'
          ? (fact.body?.replace(/"person":"....(?!.{58}0[0-3])/, `"person":"${mark}`) ?? null)
          : fact.body
      const own = body === fact.body ? fact : { ...fact, body, digest: digestOf(body ?? '') }
      previous = digestOf(sealedText(previous, own))
      batch.push(own)
    }
    batches.push({ epoch: 1, previous: before, now: '', complete: from + batchSize >= facts.length, facts: batch })
  }
  return batches
}

async function bytesEach(db: HubDatabase, table: string): Promise<number> {
  const { rows } = await db.own(client =>
    client.query<{ each: number }>(
      `SELECT sum(pg_total_relation_size(relid))::float / (SELECT count(*) FROM pusat.${table}) AS each FROM pg_partition_tree('pusat.${table}')`,
    ),
  )
  return rows[0]?.each ?? 0
}

/** Milliseconds that PostgreSQL needs to load the rows of the facts again with COPY from its own text. */
async function copyTime(db: HubDatabase, ids: readonly string[]): Promise<number> {
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
