import { performance } from 'node:perf_hooks'

const runs = 5

/** Median milliseconds of five runs, after a warm-up run. `times` calls count as one run, for work far below a millisecond. */
export async function medianTime(work: () => unknown, times = 1): Promise<number> {
  await work()
  const measured: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    for (let call = 0; call < times; call += 1) await work()
    measured.push((performance.now() - start) / times)
  }
  return measured.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** Random whole numbers from 0 to below the limit; every run gets the same ones. */
export function seededDraw(seed: number): (limit: number) => number {
  let state = seed
  return limit => {
    // Mulberry32: short, and gives the same numbers on every machine.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** Milliseconds of each item, one after the other, after a warm-up round (which can be skipped for slow work). */
export async function timesOf<Item>(
  work: (item: Item) => unknown,
  items: readonly Item[],
  warmUp = true,
): Promise<number[]> {
  if (warmUp) for (const item of items) await work(item)
  const times: number[] = []
  for (const item of items) {
    const start = performance.now()
    await work(item)
    times.push(performance.now() - start)
  }
  return times
}

/** CPU milliseconds of each item over all threads of this process, because other work shares the machine. */
export async function workTimesOf<Item>(work: (item: Item) => unknown, items: readonly Item[]): Promise<number[]> {
  const times: number[] = []
  for (const item of items) {
    const before = process.cpuUsage()
    await work(item)
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1000)
  }
  return times
}

/** The smallest value that is not below `percent` percent of all values. */
export function percentile(times: readonly number[], percent: number): number {
  const place = Math.max(0, Math.ceil((times.length * percent) / 100) - 1)
  return times.toSorted((a, b) => a - b)[place] ?? Number.NaN
}
