import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BenchHost, prepareOffice } from '../../../build/bench/desks/office.ts'
import { during, freePort } from '../../../build/bench/desks.ts'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'

const desks = 8
/** How many hours of office work are done, at four acts a second together. Short by default; BALAI_DESKS_HOURS=24 does a whole day. */
const hours = Number(process.env.BALAI_DESKS_HOURS ?? 0.25)
/** How many times faster than in an office; at eight times the speed a day takes three hours. */
const speed = Number(process.env.BALAI_DESKS_SPEED ?? 8)
const pause = 2000 / speed
const quarters = 4
const actsOfQuarter = (hours * 3600 * 4) / quarters

let prepared: Awaited<ReturnType<typeof prepareOffice>>
let hostProcess: BenchHost
beforeAll(async () => {
  prepared = await prepareOffice(() => undefined, 2_000)
  hostProcess = await BenchHost.start(prepared.office, await freePort())
})
afterAll(async () => {
  await hostProcess.stop()
  await prepared.fixture.remove()
})

test('a day of eight desks at high speed leaks no memory', {
  timeout: ((hours * 3600) / speed) * 4000 + 300_000,
}, async () => {
  const clients: BackendClient[] = []
  for (let number = 1; number <= desks; number += 1)
    clients.push(await hostProcess.desk(`Loket ${number}`, prepared.office.account))
  const held: number[] = []
  // Of the whole process, with its threads: shown only, because it rises and falls as garbage is collected.
  const resident: number[] = []
  let acts = 0
  let round = 0
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    while (acts < quarter * actsOfQuarter) {
      const times = await during(clients, prepared.office, round, pause, () => setTimeout(20_000))
      acts += times.length
      round += 1
    }
    resident.push(hostProcess.memory() ?? 0)
    held.push(await hostProcess.held())
  }
  const listed = (figures: number[]) => figures.map(one => one.toFixed(1)).join(', ')
  console.log(`${acts} acts; after each quarter held ${listed(held)} MB, resident ${listed(resident)} MB`)
  expect(acts).toBeGreaterThanOrEqual(hours * 3600 * 4)
  // The first quarter is warm-up: the memory at the end of the second one must still hold at the end of the last one.
  expect((held[3] ?? 0) - (held[1] ?? 0)).toBeLessThan(8)
})
