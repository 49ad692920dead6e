// `npm run office -- [--minutes N] [--seed N] [--path P] [--length N]`: plays random offices and prints the shortest sequence that broke
// something, with the seed and path that play it again. `--mutants [--only WORDS]`: whether planted faults are seen (mutants.ts).
import { parseArgs } from 'node:util'
import { memoryFolder } from '../../build/memory-folder.ts'
import { tally } from './office.ts'
import { play } from './play.ts'
import { unseenMutants } from './see-mutants.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    length: { type: 'string', default: '200' },
    /** Ends with the first failure, not with the shortest sequence. */
    quick: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
// A law needs the file, not the disk: each commit would wait for it.
process.env.TMPDIR = memoryFolder() ?? process.env.TMPDIR
const minutes = values.minutes === undefined ? undefined : Number(values.minutes)
if (values.mutants) {
  const unseen = unseenMutants(minutes ?? 3, values.only, line => process.stdout.write(`${line}\n`))
  process.exitCode = unseen.length > 0 ? 1 : 0
} else await playOn()

async function playOn(): Promise<void> {
  const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
  const began = Date.now()
  let told = began
  process.stderr.write(`seed ${seed}\n`)
  try {
    const { calls, runs } = await play({
      seed,
      ...(values.path === undefined ? {} : { path: values.path }),
      runs: 1_000_000,
      milliseconds: (minutes ?? 5) * 60_000,
      length: Number(values.length),
      quick: values.quick,
      onRun({ calls, runs }) {
        if (Date.now() - told < 10_000) return
        told = Date.now()
        process.stderr.write(`${calls} operations in ${runs} offices, ${Math.round((told - began) / 1000)} s\n`)
      },
    })
    process.stdout.write(`${calls} operations in ${runs} offices, none broke a law\n`)
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

function causeOf(error: unknown): Error | undefined {
  return error instanceof Error && error.cause instanceof Error ? error.cause : undefined
}
