import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { standingClock } from '../../electron/backend/clock.ts'
import { type Backend, createBackend } from '../../electron/backend/create-backend.ts'
import { ReadDatabase } from '../../electron/backend/database/connection.ts'
import { databaseFileName } from '../../electron/backend/database/identity.ts'
import { silentHost } from '../../electron/cli/silent-host.ts'
import { buildAll } from '../build.ts'
import { percentile } from './measure.ts'
import { goalOf, plainStatements, taskInputs } from './operations/goals.ts'
import { queryInputs } from './operations/query-inputs.ts'
import { type Figure, shownOnly, under } from './part.ts'
import { cachedCentre, copyOf, tenYears } from './ten-years/cached-centre.ts'
import { todayOf } from './ten-years/class-places.ts'
import { closeWithoutSnapshot } from './ten-years/seed-centre.ts'

type Measured = { calls: number; cpu: number; wall: number }
type Call = (input: unknown) => Promise<unknown>

/** Calls of one operation end after so many milliseconds: a slow one is known to be slow after a few. */
const mostTime = 4000
const leastCalls = 5
/** Enough that one call in which others had the processor is not taken for the rule. */
const usualCalls = 40
/** The most that an operation may take against one plain statement that reads the same rows. */
const mostRatio = 5

/**
 * Every query of the contract on a centre after ten years, without and with statistics about its tables. The time is that of the thread
 * that answers, because others share the machine; by the clock it is said beside it.
 */
export async function operations(soFar: (figure: Figure) => void): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-operations-'))
  try {
    await buildAll()
    const centre = copyOf(await cachedCentre(tenYears, say), join(folder, 'data'))
    const without = await measureAll(centre, 'DROP', say, (name, one) =>
      soFar(figureOf(name, one, undefined, new Map())),
    )
    const withThem = await measureAll(centre, 'ANALYZE', say, () => {})
    const figures = [
      ...[...without.measured].map(([name, one]) => figureOf(name, one, withThem.measured.get(name), without.plain)),
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
  told: (operation: string, one: Measured) => void,
) {
  setStatistics(join(dataFolder, databaseFileName), statistics)
  const today = todayOf(tenYears.classes)
  const backend = createBackend({ dataFolder, host: silentHost, clock: standingClock(today) })
  const measured = new Map<string, Measured>()
  try {
    const db = backend.workspace.read
    const inputs: Record<string, Record<string, readonly unknown[]>> = queryInputs(db, today)
    for (const [feature, operations] of [...Object.entries(inputs), ...Object.entries(taskInputs)])
      for (const [name, list] of Object.entries(operations)) {
        if (list.length === 0) continue
        const operation = `${feature}.${name}`
        const one = await measure(callOf(backend, feature, name), list)
        measured.set(operation, one)
        told(operation, one)
        say(
          `${operation} ${one.cpu.toFixed(1)} ms, ${one.wall.toFixed(1)} by the clock (${statistics === 'DROP' ? 'without' : 'with'} statistics)`,
        )
      }
    const plain = new Map<string, number>()
    for (const [operation, sql] of Object.entries(plainStatements)) {
      const times: number[] = []
      for (let run = 0; run < leastCalls; run += 1) times.push((await timed(async () => db.all(sql))).cpu)
      plain.set(operation, percentile(times, 50))
    }
    return { measured, plain }
  } finally {
    await closeWithoutSnapshot(backend)
  }
}

/** What a process of its own holds once it has answered every query. */
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

/** Statistics as after long use, or none as in a new database. */
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

async function measure(call: Call, inputs: readonly unknown[]): Promise<Measured> {
  // What is loaded and compiled once is no part of any call.
  for (let turn = 0; turn < 3; turn += 1) await call(inputs[turn % inputs.length])
  const [cpu, wall]: [number[], number[]] = [[], []]
  const begun = performance.now()
  for (let turn = 0; turn < Math.max(inputs.length, usualCalls); turn += 1) {
    if (turn >= leastCalls && performance.now() - begun > mostTime) break
    const time = await timed(() => call(inputs[turn % inputs.length]))
    cpu.push(time.cpu)
    wall.push(time.wall)
  }
  return { calls: cpu.length, cpu: percentile(cpu, 95), wall: percentile(wall, 95) }
}

async function timed(work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> {
  const [cpu, wall] = [process.threadCpuUsage(), performance.now()]
  await work()
  const used = process.threadCpuUsage(cpu)
  return { cpu: (used.user + used.system) / 1000, wall: performance.now() - wall }
}

function figureOf(
  name: string,
  without: Measured,
  withThem: Measured | undefined,
  plain: ReadonlyMap<string, number>,
): Figure {
  const goal = goalOf(name)
  const cpu = Math.max(without.cpu, withThem?.cpu ?? 0)
  const wall = Math.max(without.wall, withThem?.wall ?? 0)
  const statement = plain.get(name)
  const ratio = statement === undefined ? null : cpu / Math.max(statement, 1)
  const words = [
    `${name} · ${without.calls} calls`,
    `clock ${wall.toFixed(0)} ms`,
    `with statistics ${(withThem?.cpu ?? 0).toFixed(1)} ms`,
    ...(ratio === null ? [] : [`${ratio.toFixed(1)} × plain SQL`]),
  ]
  return {
    part: 'operations',
    what: words.join(', '),
    value: cpu,
    unit: 'ms',
    target: `< ${goal} ms${ratio === null ? '' : `, ≤ ${mostRatio} ×`}`,
    met: cpu < goal && (ratio === null || ratio <= mostRatio),
  }
}
