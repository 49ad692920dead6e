import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { databaseFileName, snapshotFolderName } from '../../electron/backend/database/identity.ts'
import { buildAll } from '../build.ts'
import { type Figure, shownOnly, under } from './part.ts'
import { cachedCentre, copyOf, tenYears } from './ten-years/cached-centre.ts'
import { todayOf } from './ten-years/class-places.ts'

const runs = 5
const part = 'upkeep'

/** The size of a centre after ten years, and the time to open, close, copy, check and export it; worst of five runs. */
export async function upkeep(): Promise<Figure[]> {
  const say = (line: string) => process.stderr.write(`  ${line}\n`)
  const folder = mkdtempSync(join(process.env.BALAI_BENCH_TMPDIR ?? tmpdir(), 'balai-upkeep-'))
  try {
    await buildAll()
    const data = copyOf(await cachedCentre(tenYears, say), join(folder, 'data'))
    const file = join(data, databaseFileName)
    const { all, history } = weigh(file)
    say('plain copies and snapshots, in turn')
    const ratios: number[] = []
    const slices: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const plain = plainCopy(file, join(folder, 'plain.db'))
      const { took, slice } = once<{ took: number; slice: number }>('snapshot', data)
      ratios.push(took / plain)
      slices.push(slice)
      keepOneSnapshot(join(data, snapshotFolderName))
    }
    say('opening and closing')
    const opened = Array.from({ length: runs }, () => once<{ first: number; close: number }>('open', data))
    say('export of everybody')
    const exported = once<{ took: number; slice: number; progress: number; megabytes: number }>('export', data)
    say('balai check')
    const checked = check(data)
    return [
      under(part, 'database without history', all - history, 400, 'MB'),
      shownOnly(part, 'history', history, 'MB'),
      under(part, 'snapshot against a plain VACUUM INTO, worst of five', Math.max(...ratios), 1.2, '×'),
      under(part, 'longest slice of the answering thread meanwhile', Math.max(...slices), 100),
      under(part, 'opening to the first data, worst of five', Math.max(...opened.map(one => one.first)), 1000),
      under(part, 'closing with nothing changed, worst of five', Math.max(...opened.map(one => one.close)), 300),
      under(part, 'export of everybody: longest slice', exported.slice, 100),
      under(part, 'export of everybody: first progress', exported.progress, 200),
      shownOnly(part, 'export of everybody: whole', exported.took, 'ms'),
      under(part, 'export of everybody: most memory', exported.megabytes, 300, 'MB'),
      under(part, 'balai check: most memory', checked.megabytes, 300, 'MB'),
      shownOnly(part, 'balai check: whole', checked.milliseconds, 'ms'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function once<Answer>(what: string, data: string): Answer {
  const script = fileURLToPath(new URL('./upkeep/once.ts', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [script, what, data, todayOf(tenYears.classes)], {
    encoding: 'utf8',
  })
  if (!stdout) throw new Error(`${what}: ${stderr}`)
  return JSON.parse(stdout) as Answer
}

/** Runs the command in its own process and measures its peak memory. */
function check(data: string): { milliseconds: number; megabytes: number } {
  const main = fileURLToPath(new URL('../../electron/cli/main.ts', import.meta.url))
  const script = `process.argv.splice(1, 1, ${JSON.stringify(main)}, 'check', '--data', ${JSON.stringify(data)}, '--json')
    const { readFileSync } = await import('node:fs')
    // maxRSS would also count the process that it was forked from, so read VmHWM.
    process.on('exit', () => process.stderr.write('PEAK ' + /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] / 1024))
    await import(${JSON.stringify(`file://${main}`)})`
  const begun = performance.now()
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  const peak = /PEAK ([\d.]+)/.exec(stderr)?.[1]
  if (!peak) throw new Error(`check: ${stderr}`)
  return { milliseconds: performance.now() - begun, megabytes: Number(peak) }
}

function weigh(file: string): { all: number; history: number } {
  const raw = new BetterSqlite(file, { readonly: true })
  const size = (where: string) =>
    Number(raw.prepare(`SELECT sum(pgsize) FROM dbstat WHERE aggregate = TRUE ${where}`).pluck().get()) / 1e6
  const sizes = {
    all: size(''),
    history: size("AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name = 'audit')"),
  }
  raw.close()
  return sizes
}

function plainCopy(file: string, to: string): number {
  rmSync(to, { force: true })
  const raw = new BetterSqlite(file, { readonly: true })
  const begun = performance.now()
  raw.prepare('VACUUM INTO ?').run(to)
  const took = performance.now() - begun
  raw.close()
  return took
}

/** Twenty-five snapshots would take a dozen gigabytes. */
function keepOneSnapshot(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).toSorted().slice(0, -1)) rmSync(join(folder, name))
}
