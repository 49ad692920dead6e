// `npm run office -- [--minutes N] [--operations N] [--workers N] [--seed N] [--path P] [--length N]`: plays random offices and prints the
// shortest failing sequence with the seed and path that repeat it. `--operations` plays until so many calls were made, in one process per
// core. `--mutants [--only WORDS]` checks that planted faults are found (mutants.ts).
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { memoryFolder } from '../../build/memory-folder.ts'
import { tally } from './office.ts'
import { play } from './play.ts'
import { unseenMutants } from './see-mutants.ts'
import { playTogether, tellParent } from './workers.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    operations: { type: 'string' },
    workers: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    length: { type: 'string', default: '200' },
    /** Stop at the first failure without shortening it. */
    quick: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
// Keep the data in memory: on a disk every commit would wait.
process.env.TMPDIR = memoryFolder() ?? process.env.TMPDIR
const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
const operations = values.operations === undefined ? undefined : Number(values.operations)
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
const length = Number(values.length)
const workers = Number(values.workers ?? (operations === undefined ? 1 : availableParallelism()))
for (const [name, value] of Object.entries({
  minutes: minutes ?? 1,
  operations: operations ?? 1,
  seed,
  length,
  workers,
}))
  if (!(value >= (name === 'seed' ? 0 : 1e-3))) throw new RangeError(`--${name} wants a number`)

if (values.mutants) {
  const unseen = unseenMutants(minutes ?? 3, values.only, line => process.stdout.write(`${line}\n`))
  process.exitCode = unseen.length > 0 ? 1 : 0
} else await playOn()

async function playOn(): Promise<void> {
  const began = Date.now()
  let lastReport = began
  const tell = (played: { calls: number; runs: number }) => {
    if (tellParent(played) || Date.now() - lastReport < 10_000) return
    lastReport = Date.now()
    process.stderr.write(
      `${played.calls} operations in ${played.runs} offices, ${Math.round((lastReport - began) / 1000)} s\n`,
    )
  }
  if (!process.connected) process.stderr.write(`seed ${seed}${workers > 1 ? ` and ${workers - 1} more` : ''}\n`)
  try {
    const { calls, runs } =
      workers > 1
        ? await playTogether({ workers, seed, parameters: sharedParameters(), onRun: tell })
        : await playAlone(tell)
    if (tellParent({ calls, runs }, tally)) return
    process.stdout.write(
      `${calls} operations in ${runs} offices, ${Math.round((Date.now() - began) / 1000)} s: none broke a law\n`,
    )
    for (const [operation, { taken, refused }] of [...tally].sort()) {
      const codes = [...refused].toSorted((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`)
      process.stdout.write(`${operation} ${taken} taken; refused ${codes.join(', ') || 0}\n`)
    }
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`)
    for (let cause = causeOf(error); cause; cause = causeOf(cause)) process.stdout.write(`because ${cause.stack}\n`)
    process.exitCode = 1
  }
}

async function playAlone(onRun: (played: { calls: number; runs: number }) => void) {
  const until = Date.now() + (minutes ?? (operations === undefined ? 5 : 60 * 24)) * 60_000
  const all = { calls: 0, runs: 0 }
  const most = operations ?? Number.POSITIVE_INFINITY
  // Play a number of offices with one seed, then with the next; the number of operations is checked in between.
  for (let next = seed; all.calls < most && Date.now() < until; next += 1) {
    const { calls, runs } = await play({
      seed: next,
      ...(values.path === undefined ? {} : { path: values.path }),
      runs: operations === undefined ? 1_000_000 : 20,
      milliseconds: until - Date.now(),
      length,
      quick: values.quick,
      onRun: played => onRun({ calls: all.calls + played.calls, runs: all.runs + played.runs }),
    })
    all.calls += calls
    all.runs += runs
    if (values.path !== undefined || operations === undefined) break
  }
  return all
}

/** The parameters of each process besides its seed. */
function sharedParameters(): string[] {
  return [
    ...(minutes === undefined ? [] : ['--minutes', String(minutes)]),
    ...(operations === undefined ? [] : ['--operations', String(Math.ceil(operations / workers))]),
    ...(values.quick ? ['--quick'] : []),
    ...['--length', String(length), '--workers', '1'],
  ]
}

function causeOf(error: unknown): Error | undefined {
  return error instanceof Error && error.cause instanceof Error ? error.cause : undefined
}
