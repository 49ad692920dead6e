import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { fixedClock } from '../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { databaseFileName } from '../../electron/backend/database/identity.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import { buildAll } from '../build.ts'
import { percentile } from './measure.ts'
import { goalOf, noReading, plainStatements, taskInputs } from './operations/goals.ts'
import { queryInputs } from './operations/query-inputs.ts'
import { type Load, SecondConnection, statementsOf } from './operations/second-connection.ts'
import { writeSomething } from './operations/write-something.ts'
import { type Figure, shownOnly, under } from './part.ts'
import { cachedCentre, copyOf, tenYears } from './ten-years/cached-centre.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot } from './ten-years/seed-centre.ts'

/**
 * Milliseconds, p95: called again, after an act of another kind, and with empty caches as at the first call of the day. `peer` is the mean
 * of plain SQL, and `ratio` how much longer a call with empty caches takes.
 */
type Measured = {
  calls: number
  cpu: number
  after: number
  anew: number
  wall: number
  load: Load
  peer: number
  ratio: number
}
type Call = (input: unknown) => Promise<unknown>

/** Stop calling an operation after so many milliseconds: a few calls show that it is slow. */
const mostTime = 2000
const leastCalls = 5
/** Enough calls that a single one which had to wait for the processor does not decide the p95. */
const usualCalls = 40
const callsAfterWrite = 12
/** The largest allowed ratio to plain SQL that reads the same rows. */
const mostRatio = 5
/**
 * Lower limit for the time of plain SQL, in milliseconds. Below it the ratio would only show the fixed cost of a call (rights, schemas,
 * dispatch).
 */
const leastPeer = 1

/**
 * Every query of the contract on a centre of ten years, with and without table statistics: called again, and called after a write. The
 * time is CPU time of the answering thread, because other work shares the machine; the wall-clock time is printed beside it.
 */
export async function operations(soFar: (figure: Figure) => void): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-operations-'))
  try {
    await buildAll()
    const centre = copyOf(await cachedCentre(tenYears, say), join(folder, 'data'))
    const without = await measureAll(centre, 'DROP', say, (name, one) => soFar(figureOf(name, one, undefined)))
    const withThem = await measureAll(centre, 'ANALYZE', say, () => {})
    const figures = [
      ...[...without].map(([name, one]) => figureOf(name, one, withThem.get(name))),
      ...memoryAfterAll(centre, say),
    ]
    const slow = figures.filter(figure => figure.met === false)
    say(
      slow.length === 0
        ? 'all below their goals'
        : `above their goals: ${slow.map(one => one.what.split(' ')[0]).join(', ')}`,
    )
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(
  dataFolder: string,
  statistics: 'DROP' | 'ANALYZE',
  say: (line: string) => void,
  onMeasured: (operation: string, one: Measured) => void,
) {
  setStatistics(join(dataFolder, databaseFileName), statistics)
  const today = todayOf(tenYears.classes)
  const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock(today) })
  const measured = new Map<string, Measured>()
  const connection = new SecondConnection(join(dataFolder, databaseFileName))
  try {
    const db = backend.workspace.read
    const inputs: Record<string, Record<string, readonly unknown[]>> = queryInputs(db, today)
    for (const [feature, operations] of [...Object.entries(inputs), ...Object.entries(taskInputs)])
      for (const [name, list] of Object.entries(operations)) {
        if (list.length === 0) continue
        const operation = `${feature}.${name}`
        const one = await measure(backend, connection, operation, callOf(backend, feature, name), list)
        measured.set(operation, one)
        onMeasured(operation, one)
        say(
          `${operation} ${one.cpu.toFixed(1)} ms, after a write ${one.after.toFixed(1)}, ${one.wall.toFixed(1)} by the clock (${statistics === 'DROP' ? 'without' : 'with'} statistics)`,
        )
      }
    return measured
  } finally {
    connection.close()
    await closeWithoutSnapshot(backend)
  }
}

/** Memory of a separate process after it has answered every query. */
function memoryAfterAll(dataFolder: string, say: (line: string) => void): Figure[] {
  say('memory after all queries')
  const today = todayOf(tenYears.classes)
  const inputs = `${dataFolder}-inputs.json`
  const raw = new BetterSqlite(join(dataFolder, databaseFileName), { readonly: true })
  writeFileSync(inputs, JSON.stringify(queryInputs(new ReadDatabase(raw), today)))
  raw.close()
  const script = fileURLToPath(new URL('./operations/all-queries.ts', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [script, dataFolder, today, inputs], { encoding: 'utf8' })
  if (!stdout) throw new Error(`all queries: ${stderr}`)
  const { held, rest, most } = JSON.parse(stdout) as { held: number; rest: number; most: number | null }
  return [
    under('operations', 'memory after all queries, half a minute later', rest, 300, 'MB'),
    shownOnly('operations', 'memory right after all queries', held, 'MB'),
    ...(most === null ? [] : [shownOnly('operations', 'most memory meanwhile', most, 'MB')]),
  ]
}

/** Table statistics as after long use, or none as in a new database. */
function setStatistics(file: string, statistics: 'DROP' | 'ANALYZE'): void {
  const raw = new BetterSqlite(file)
  if (statistics === 'ANALYZE') raw.exec('ANALYZE')
  else if (raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'").get())
    raw.exec('DELETE FROM sqlite_stat1')
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}

function callOf({ client }: Backend, feature: string, name: string): Call {
  const operations = client[feature as keyof typeof client] as unknown as Record<string, Call>
  const call = operations[name]
  if (!call) throw new Error(`no operation ${feature}.${name}`)
  return call
}

async function measure(
  backend: Backend,
  connection: SecondConnection,
  operation: string,
  call: Call,
  inputs: readonly unknown[],
): Promise<Measured> {
  const inputOf = (turn: number) => inputs[turn % inputs.length]
  // Warm up: loading and compiling are not part of a call.
  for (let turn = 0; turn < 3; turn += 1) await call(inputOf(turn))
  const [cpu, wall]: [number[], number[]] = [[], []]
  const begun = performance.now()
  for (let turn = 0; turn < Math.max(inputs.length, usualCalls); turn += 1) {
    if (turn >= leastCalls && performance.now() - begun > mostTime) break
    const time = await timed(() => call(inputOf(turn)))
    cpu.push(time.cpu)
    wall.push(time.wall)
  }
  const [after, anew, plain]: [number[], number[], number[]] = [[], [], []]
  let load: Load = { statements: 0, rows: 0 }
  for (let turn = 0; turn < Math.min(Math.max(inputs.length, leastCalls), callsAfterWrite); turn += 1) {
    if (turn >= leastCalls && performance.now() - begun > 2 * mostTime) break
    connection.write()
    let time = 0
    const statements = await statementsOf(async () => {
      time = (await timed(() => call(inputOf(turn)))).cpu
    })
    anew.push(time)
    const declared = plainStatements[operation]
    const list = declared === undefined ? statements : [{ sql: declared, parameters: [], first: false }]
    load = {
      statements: Math.max(load.statements, statements.length),
      rows: Math.max(load.rows, connection.read(statements)),
    }
    plain.push(await timeEach(() => connection.read(list)))
    writeSomething(backend)
    after.push((await timed(() => call(inputOf(turn)))).cpu)
  }
  const each = (times: readonly number[]) => times.reduce((sum, time) => sum + time, 0) / times.length
  return {
    calls: cpu.length,
    cpu: percentile(cpu, 95),
    after: percentile(after, 95),
    anew: percentile(anew, 95),
    wall: percentile(wall, 95),
    load,
    peer: each(plain),
    ratio: each(anew) / Math.max(each(plain), leastPeer),
  }
}

/** The CPU clock advances in steps of 4 ms, so repeat the work until enough time has passed. */
async function timeEach(work: () => void): Promise<number> {
  let times = 0
  const enough = performance.now() + 12
  const { cpu } = await timed(async () => {
    do {
      work()
      times += 1
    } while (performance.now() < enough)
  })
  return cpu / times
}

async function timed(work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> {
  const [cpu, wall] = [process.threadCpuUsage(), performance.now()]
  await work()
  const used = process.threadCpuUsage(cpu)
  return { cpu: (used.user + used.system) / 1000, wall: performance.now() - wall }
}

function figureOf(name: string, without: Measured, withThem: Measured | undefined): Figure {
  const goal = goalOf(name)
  const worst = (key: 'cpu' | 'after' | 'anew' | 'wall' | 'ratio') => Math.max(without[key], withThem?.[key] ?? 0)
  const most = Math.max(worst('cpu'), worst('after'))
  const { statements, rows } = without.load
  const other = noReading[name]
  const words = [
    `${name} · ${without.calls} calls`,
    `after an act ${worst('after').toFixed(1)} ms`,
    `anew ${worst('anew').toFixed(1)} ms`,
    `clock ${worst('wall').toFixed(0)} ms`,
    `${statements} statements, ${rows} rows`,
    other ??
      `${worst('ratio').toFixed(1)} × plain SQL${plainStatements[name] === undefined ? '' : ' (declared)'} of ${without.peer.toFixed(1)} ms`,
  ]
  return {
    part: 'operations',
    what: words.join(', '),
    value: most,
    unit: 'ms',
    target: `< ${goal} ms${other ? '' : `, ≤ ${mostRatio} ×`}`,
    met: most < goal && (other !== undefined || worst('ratio') <= mostRatio),
  }
}
