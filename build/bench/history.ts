import type BetterSqlite from 'better-sqlite3'
import { sightingsOf } from '../../electron/backend/features/history/sighting-store.ts'
import { historyChips } from '../../shared/features/history/history.ts'
import { traineeId } from '../../shared/ids.ts'
import { percentile, timesOf } from './measure.ts'
import { assertRight, type Figure, under } from './part.ts'
import { openPeopleDatabase } from './people-database.ts'

/** About fifteen years of a busy office. */
const rows = 5_000_000
const people = 20_000
const rowsPerAct = 5
const limit = 100
/** Milliseconds; a page that takes longer is noticed by the user. */
const most = 50

/** The history over fifteen years: pages of every kind, from every year, of a person, of a class; counts; one act; who saw a person. */
export async function history(): Promise<Figure[]> {
  const { backend, remove } = await openPeopleDatabase(people, raw => seedHistory(raw, rows))
  try {
    const { client, workspace } = backend
    // Background checks would share the processor with the measurement.
    await workspace.endThreads()
    const { history: read } = client
    const codes = (await client.cohort.list({})).slice(0, 5).map(({ code }) => code)
    const kinds = historyChips.flatMap(chip =>
      [null, 'Petugas 03'].flatMap(operator => [
        { chip, operator },
        { chip, operator, from: '2015-03-01' as const, until: '2015-03-31' as const },
      ]),
    )
    const things = [
      ...Array.from({ length: 10 }, (_, index) => ({ traineeId: traineeId.parse(1 + index * 1_999) })),
      ...codes.map(text => ({ text })),
    ]
    const years = [null, ...['2021', '2016', '2011'].map(year => ({ at: `${year}-06-30T12:00:00`, id: rows }))]
    const pages = [
      ...kinds.flatMap(kind => years.map(before => ({ ...kind, before, limit }))),
      ...things.map(one => ({ ...one, limit })),
    ]
    const [newest] = await read.acts({ limit: 1 })
    assertRight((await read.acts({ limit })).length === limit, 'a full page')
    assertRight(
      (await read.acts({ chip: 'certificate', limit })).every(act => act.area === 'certificate'),
      'one kind',
    )
    for (const one of things) assertRight((await read.acts({ ...one, limit })).length > 0, 'acts about a thing')
    const acts = Array.from({ length: 50 }, (_, index) => 1 + rowsPerAct * Math.floor((index * rows) / rowsPerAct / 50))
    const seen = things.flatMap(one => ('traineeId' in one ? [one.traineeId] : []))
    assertRight(sightingsOf(workspace.read, seen[0] ?? traineeId.parse(1)).length > 0, 'somebody saw the person')
    const p95 = async (what: string, times: Promise<number[]>) =>
      under('history', `p95 of ${what}`, percentile(await times, 95), most)
    return [
      await p95(
        `${pages.length} pages of ${rows / 1e6} million rows`,
        timesOf(page => read.acts(page), pages),
      ),
      await p95(
        `${kinds.length + things.length} counts of the chips`,
        timesOf(kind => read.counts(kind), [...kinds, ...things]),
      ),
      await p95(
        `${acts.length} single acts`,
        timesOf(id => read.act({ id }), [...acts, newest?.id ?? 1]),
      ),
      await p95(
        `who saw ${seen.length} people`,
        timesOf(async id => sightingsOf(workspace.read, id), seen),
      ),
    ]
  } finally {
    await remove()
  }
}

/** Acts of five rows, spread over fifteen years, about entities that exist. Their seals are not valid; this part does not check them. */
function seedHistory(raw: BetterSqlite.Database, count: number): void {
  raw.exec('CREATE TEMP TABLE known_code (n INTEGER PRIMARY KEY, code TEXT)')
  raw.exec('INSERT INTO known_code (code) SELECT code FROM cohort ORDER BY id')
  const codes = raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM known_code').get()?.n ?? 1
  // Indexes and triggers are dropped for the bulk insert; building indexes once afterwards is much faster.
  const beside = raw
    .prepare<[], { type: string; name: string; sql: string }>(
      "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name IN ('audit', 'seen_person') AND type IN ('index', 'trigger') AND sql IS NOT NULL",
    )
    .all()
  for (const { type, name } of beside) raw.exec(`DROP ${type} ${name}`)
  raw.transaction(() => {
    raw
      .prepare(
        `INSERT INTO audit (id, at, operator, desk, operation, area, act, entity, entity_id, before, after, previous_hash, hash)
         WITH RECURSIVE row_number (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM row_number WHERE id < @count),
           act_row AS (SELECT id, id - (id - 1) % @rowsPerAct AS first FROM row_number),
           kind AS (SELECT id, first, (first / @rowsPerAct) % 10 AS kind FROM act_row)
         SELECT id, strftime('%Y-%m-%dT%H:%M:%S', 1262304000 + CAST(first * (473385600.0 / @count) AS INTEGER), 'unixepoch'),
           printf('Petugas %02d', (first / @rowsPerAct) % 14), 'Loket 1',
           CASE WHEN kind < 2 THEN 'trainee.get' WHEN kind < 4 THEN 'trainee.save' WHEN kind < 7 THEN 'attendance.mark'
             WHEN kind = 7 THEN 'certificate.issue' WHEN kind = 8 THEN 'trainee.openNik' ELSE 'cohort.update' END,
           CASE WHEN kind < 4 THEN 'trainee' WHEN kind < 7 THEN 'attendance' WHEN kind = 7 THEN 'certificate'
             WHEN kind = 8 THEN 'nik' ELSE 'cohort' END,
           iif(id = first, NULL, first),
           CASE WHEN kind < 4 OR kind = 8 THEN 'trainee' WHEN kind < 7 THEN 'attendance' WHEN kind = 7 THEN 'certificate' ELSE 'cohort' END,
           CASE WHEN kind < 4 OR kind = 8 THEN CAST(1 + (id * 7919 + id / 50 * 13) % @people AS TEXT)
             WHEN kind < 7 THEN (SELECT code FROM known_code WHERE n = 1 + first / 50 % @codes) || ' ' || (1 + id % 15)
             WHEN kind = 7 THEN printf('%d/BLK/%d', id, first % 97) ELSE (SELECT code FROM known_code WHERE n = 1 + first / 50 % @codes) END,
           '{"phone":"081234567890"}', '{"phone":"081298765432"}', printf('%064x', id - 1), printf('%064x', id)
         FROM kind`,
      )
      .run({ count, rowsPerAct, people, codes })
    raw
      .prepare(
        `INSERT INTO seen_person (audit_id, trainee_id) SELECT id, 1 + (id * 7919 + id / 50 * 13) % ? FROM audit
         WHERE act IS NULL AND operation = 'trainee.get' ORDER BY id`,
      )
      .run(people)
  })()
  for (const { sql } of beside) raw.exec(sql)
  raw.exec('DROP TABLE known_code')
}
