import { fork } from 'node:child_process'
import { join } from 'node:path'
import { tally } from './office.ts'

type Played = { calls: number; runs: number }
type Message = Played & { tally?: [operation: string, taken: number, refused: [string, number][]][] }

/** A process counts its seeds up by one; the next process starts this far away. */
const seedsApart = 1_000_000

type Together = { workers: number; seed: number; parameters: readonly string[]; onRun(played: Played): void }

/** Plays in so many processes and adds up their tallies. @throws if one of them found a failure, which it has printed */
export async function playTogether({ workers, seed, parameters, onRun }: Together): Promise<Played> {
  const played = Array.from({ length: workers }, (): Played => ({ calls: 0, runs: 0 }))
  const all = () => ({ calls: sum(played.map(one => one.calls)), runs: sum(played.map(one => one.runs)) })
  const children = played.map((_, index) =>
    fork(join(import.meta.dirname, 'run.ts'), [...parameters, '--seed', String(seed + index * seedsApart)]),
  )
  const ended = children.map(
    (child, index) =>
      new Promise<void>((resolve, reject) => {
        child.on('message', (message: Message) => {
          played[index] = { calls: message.calls, runs: message.runs }
          for (const row of message.tally ?? []) addToTally(row)
          onRun(all())
        })
        child.on('error', reject)
        child.on('exit', code =>
          code === 0 ? resolve() : reject(new Error(`process ${index + 1} of ${workers} ended with ${code}`)),
        )
      }),
  )
  try {
    await Promise.all(ended)
  } finally {
    for (const child of children) child.kill()
  }
  return all()
}

/** Sends the result to the parent process; returns false if there is none. */
export function tellParent(played: Played, made?: typeof tally): boolean {
  if (!process.send) return false
  const rows = made && [...made].map(([operation, { taken, refused }]) => [operation, taken, [...refused]])
  process.send({ ...played, ...(rows ? { tally: rows } : {}) })
  process.off('disconnect', endToo)
  if (rows) process.disconnect()
  else process.on('disconnect', endToo)
  return true
}

/** The parent process is gone. */
function endToo(): void {
  process.exit(1)
}

function addToTally([operation, taken, refused]: NonNullable<Message['tally']>[number]): void {
  const row = tally.get(operation) ?? { taken: 0, refused: new Map<string, number>() }
  tally.set(operation, row)
  row.taken += taken
  for (const [code, times] of refused) row.refused.set(code, (row.refused.get(code) ?? 0) + times)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
