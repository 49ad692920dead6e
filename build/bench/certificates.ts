import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, Contender, type ContenderName, commandOf } from './certificates/contender.ts'
import { manyCertificates } from './certificates/content.ts'
import { writeBenchData } from './certificates/data.ts'
import { checkMerged, checkSeparate } from './certificates/gate.ts'
import { atLeast, type Figure, notMeasured, shownOnly, under } from './part.ts'

const names = ['balai', 'tcpdf', 'reportlab', 'typst'] as const
const rounds = 5
const cohortSize = 104
const runSize = 1000
/** For the two slow contenders: at 0.1 s a certificate, five rounds of a thousand would take a quarter of an hour. */
const slowRunSize = 100

type Times = Record<ContenderName, number | null>
/** How many times faster we are than each contender, one number a round. */
type Ratios = Record<ContenderName, number[] | null>
export type CertificateTable = {
  separate: { n: number; ratios: Ratios } & Times
  /** Milliseconds until the first certificate of a fresh process; five processes each. */
  first: number[]
  /** TCPDF and ReportLab write 100 certificates into one file, not n. */
  merged: { n: number } & Times & {
      /** Kilobytes of the file per certificate; peak memory of a fresh process that does nothing else. */
      kilobytes: Times
      megabytes: Times
    }
}

/**
 * The same two-page certificates, with photo, code and frame, by Balai and by three libraries: one file per person for 104 people, and one file for
 * 1000. Milliseconds per certificate. Balai measures and wraps its texts; the other libraries get the finished positions.
 */
export async function compareCertificates(): Promise<CertificateTable> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-bench-'))
  try {
    const requests = manyCertificates(runSize)
    writeBenchData(folder, requests)
    const commands = new Map(names.map(name => [name, commandOf(name, folder, runSize)]))
    const contenders = new Map<ContenderName, Contender>()
    for (const [name, command] of commands) if (command) contenders.set(name, new Contender(command))
    await gate(folder, contenders, requests)
    say('the first certificate of fresh processes')
    const first = await firstOfFive(folder)
    say('a file each, five rounds in turn')
    const separate = await inTurn(contenders, contender => contender.ask('separate', 0, cohortSize))
    say('one file, five rounds in turn')
    const merged = await inTurn(contenders, (contender, name) => contender.ask('merged', 0, runSizeOf(name)))
    for (const contender of contenders.values()) await contender.end()
    const alone = new Map<ContenderName, Answer>()
    for (const [name, command] of commands) {
      if (!command) continue
      const contender = new Contender(command)
      alone.set(name, await contender.ask('merged', 0, runSizeOf(name)))
      await contender.end()
    }
    return {
      separate: {
        n: cohortSize,
        ...tableOf(name => medianOf(separate.get(name), cohortSize)),
        ratios: ratiosOf(separate),
      },
      first,
      merged: {
        n: runSize,
        ...tableOf(name => medianOf(merged.get(name), runSizeOf(name))),
        kilobytes: tableOf(name => ofAnswer(alone.get(name), answer => answer.bytes / 1024 / runSizeOf(name))),
        megabytes: tableOf(name => ofAnswer(alone.get(name), answer => answer.megabytes)),
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function certificates(): Promise<Figure[]> {
  const { separate, first, merged } = await compareCertificates()
  const { balai: ours } = separate
  if (ours === null || merged.balai === null) throw new Error('nothing was drawn')
  const figures: Figure[] = [
    shownOnly('certificates', `a file each for ${cohortSize}, a certificate`, ours, 'ms'),
    ...worstOfFive('a file each, against TCPDF, worst of five', separate.ratios.tcpdf, 12),
    ...worstOfFive('a file each, against ReportLab, worst of five', separate.ratios.reportlab, 12),
    ...worstOfFive('a file each, against Typst, worst of five', separate.ratios.typst, 3),
    under('certificates', 'first certificate of a fresh process, worst of five', Math.max(...first), 150),
    shownOnly('certificates', `one file of ${runSize}, a certificate`, merged.balai, 'ms'),
    ...against('one file, against Typst', merged.typst, merged.balai, 1),
    ...against('size of one file, against Typst', merged.kilobytes.typst, merged.kilobytes.balai, 2),
    ...against('memory of one file, against Typst', merged.megabytes.typst, merged.megabytes.balai, 1),
    ...(merged.megabytes.balai === null
      ? []
      : [shownOnly('certificates', 'memory of one file', merged.megabytes.balai, 'MB')]),
  ]
  return figures
}

function against(what: string, theirs: number | null, ours: number | null, least: number): Figure[] {
  if (theirs === null || ours === null) return [notMeasured('certificates', `${what} (not installed)`, '×')]
  const value = theirs / ours
  return [{ part: 'certificates', what, value, unit: '×', target: `≥ ${least} ×`, met: value >= least }]
}

function worstOfFive(what: string, ratios: readonly number[] | null, least: number): Figure[] {
  if (ratios === null) return [notMeasured('certificates', `${what} (not installed)`, '×')]
  return [atLeast('certificates', what, Math.min(...ratios), least)]
}

/** Ratios are taken within a round, so that a disturbance of the machine hits both sides. */
function ratiosOf(times: ReadonlyMap<ContenderName, number[]>): Ratios {
  const ours = times.get('balai') ?? []
  const of = (name: ContenderName) =>
    times.get(name)?.map((theirs, round) => rounded(theirs / (ours[round] ?? Number.NaN))) ?? null
  return { balai: of('balai'), tcpdf: of('tcpdf'), reportlab: of('reportlab'), typst: of('typst') }
}

async function firstOfFive(folder: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < rounds; run += 1) {
    const command = commandOf('balai', folder, 2)
    if (!command) throw new Error('Balai cannot be started')
    const contender = new Contender(command)
    times.push((await contender.ask('first', 0, 1)).milliseconds)
    await contender.end()
  }
  return times
}

function say(line: string): void {
  process.stderr.write(`  ${line}\n`)
}

async function gate(
  folder: string,
  contenders: ReadonlyMap<ContenderName, Contender>,
  requests: Parameters<typeof checkSeparate>[1],
): Promise<void> {
  const files = join(folder, 'gate')
  mkdirSync(files)
  const ours = contenders.get('balai')
  if (!ours) throw new Error('Balai cannot be started')
  await ours.ask('separate', 0, cohortSize, files)
  await checkSeparate(files, requests.slice(0, cohortSize))
  for (const [name, contender] of contenders) {
    const count = name === 'balai' ? runSize : 10
    const file = join(folder, `gate-${name}.pdf`)
    await contender.ask('merged', 0, count, file)
    await checkMerged(file, requests.slice(0, count), name)
  }
}

/** Runs each once to warm up, then five rounds in which each runs once. */
async function inTurn(
  contenders: ReadonlyMap<ContenderName, Contender>,
  work: (contender: Contender, name: ContenderName) => Promise<Answer>,
): Promise<Map<ContenderName, number[]>> {
  const times = new Map<ContenderName, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, contender] of contenders) {
      const { milliseconds } = await work(contender, name)
      if (round > 0) times.set(name, [...(times.get(name) ?? []), milliseconds])
    }
  }
  return times
}

function runSizeOf(name: ContenderName): number {
  return name === 'tcpdf' || name === 'reportlab' ? slowRunSize : runSize
}

function tableOf(value: (name: ContenderName) => number | null): Times {
  return { balai: value('balai'), tcpdf: value('tcpdf'), reportlab: value('reportlab'), typst: value('typst') }
}

function ofAnswer(answer: Answer | undefined, value: (answer: Answer) => number): number | null {
  return answer ? rounded(value(answer)) : null
}

function medianOf(times: readonly number[] | undefined, count: number): number | null {
  const median = times?.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]
  return median === undefined ? null : rounded(median / count)
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
