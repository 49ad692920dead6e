import { type DrawnAct, describeStep, planned, take } from './act.ts'
import { checkLaws, checkWhole } from './laws/laws.ts'
import type { Office } from './office.ts'

/** A failing sequence, and how to start it again. */
export type Broken = { timeZone: string; acts: readonly DrawnAct[]; error: Error; open(): Promise<Office> }

type Shortened = { acts: readonly DrawnAct[]; error: Error; lines: string[] }

/**
 * Removes halves, then quarters, down to single acts, while the same failure remains. Each act chooses by its own numbers from whatever
 * exists, so the remaining acts stay possible. Laws are checked after each act, so that nothing remains after the act that broke one.
 */
export async function shorten(broken: Broken, milliseconds: number): Promise<Shortened> {
  process.env.TZ = broken.timeZone
  const until = Date.now() + milliseconds
  const again = async (acts: readonly DrawnAct[]) => {
    const result = await replay(broken, acts)
    return result && kindOf(result.error) === kindOf(broken.error) ? result : null
  }
  let shortest = (await again(broken.acts)) ?? { acts: broken.acts, error: broken.error, lines: [] }
  for (let size = Math.ceil(shortest.acts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = shortest.acts.length - size; from > -size && Date.now() < until; from -= size) {
      const start = Math.max(0, from)
      const without = [...shortest.acts.slice(0, start), ...shortest.acts.slice(from + size)]
      shortest = (await again(without)) ?? shortest
    }
  }
  return shortest
}

async function replay({ open }: Broken, acts: readonly DrawnAct[]): Promise<Shortened | null> {
  const office = await open()
  const [taken, lines]: [DrawnAct[], string[]] = [[], []]
  try {
    for (const drawn of acts) {
      const step = planned(office, drawn)
      if (step === null) continue
      taken.push(drawn)
      lines.push(describeStep(drawn, step))
      await take(office, step)
      checkLaws(office)
    }
    checkWhole(office)
    return null
  } catch (error) {
    return { acts: taken, error: error as Error, lines }
  } finally {
    await office.remove()
  }
}

/** The broken law or the failed operation, without rows and input. */
function kindOf({ message }: Error): string {
  return message.split(/[{:]/)[0] ?? ''
}
