import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { queryInputs } from '../../../build/bench/operations/query-inputs.ts'
import { todayOf } from '../../../build/bench/ten-years/class-places.ts'
import { closeWithoutSnapshot, seedCentre } from '../../../build/bench/ten-years/seed-centre.ts'
import { fixedClock } from '../../../electron/backend/clock.ts'
import { createBackend } from '../../../electron/backend/create-backend.ts'
import { ReadDatabase } from '../../../electron/backend/database/connection.ts'
import { silentHost } from '../../../electron/cli/with-backend.ts'

/** No page needs more. A query for many rows may run a few statements per instructor or room, but never per class. */
const most = 120

type Counts = Map<string, number>
let root: string
let [few, many]: [Counts, Counts] = [new Map(), new Map()]
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'balai-statements-'))
  few = await statementsOf(3)
  many = await statementsOf(30)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('runs a small number of statements for a page', () => {
  const above = [...many].filter(([, count]) => count > most)
  expect(above).toEqual([])
  expect(many.size).toBeGreaterThan(80)
})

it('runs as many on a centre of 30 classes as on one of 3', () => {
  const grown = [...many]
    .filter(([operation, count]) => count > (few.get(operation) ?? count) + 3)
    .map(([operation, count]) => `${operation}: ${few.get(operation)} → ${count}`)
  expect(grown).toEqual([])
})

/** The most statements that each query runs, on a centre with so many classes, most of which wait for their panel. */
async function statementsOf(classes: number): Promise<Counts> {
  const dataFolder = join(root, String(classes))
  await seedCentre(dataFolder, { people: 8 * 16 * 32, classes, undecided: classes - 2 })
  const today = todayOf(classes)
  const backend = createBackend({ dataFolder, host: silentHost, clock: fixedClock(today) })
  const counts: Counts = new Map()
  const { prototype } = ReadDatabase
  const { get, all, value, values } = prototype
  let count = 0
  const counted = <Args extends unknown[], Answer>(method: (...args: Args) => Answer) =>
    function (this: unknown, ...args: Args): Answer {
      count += 1
      return method.apply(this, args)
    }
  try {
    const inputs: Record<string, Record<string, readonly unknown[]>> = queryInputs(backend.workspace.read, today)
    Object.assign(prototype, { get: counted(get), all: counted(all), value: counted(value), values: counted(values) })
    for (const [feature, operations] of Object.entries(inputs))
      for (const [name, list] of Object.entries(operations)) {
        const operations = backend.client[feature as keyof typeof backend.client] as unknown as Record<
          string,
          (input: unknown) => Promise<unknown>
        >
        for (const input of list.slice(0, 3)) {
          count = 0
          await operations[name]?.(input)
          const operation = `${feature}.${name}`
          counts.set(operation, Math.max(counts.get(operation) ?? 0, count))
        }
      }
  } finally {
    Object.assign(prototype, { get, all, value, values })
    await closeWithoutSnapshot(backend)
  }
  return counts
}
