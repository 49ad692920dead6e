import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { House, prepareOffice } from '../../../build/bench/desks/office.ts'
import { during, freePort } from '../../../build/bench/desks.ts'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'

const desks = 8
/** Hours of an office whose acts are done, four a second together. A short form; BALAI_DESKS_HOURS=24 is the whole day. */
const hours = Number(process.env.BALAI_DESKS_HOURS ?? 0.25)
/** How many times as fast as an office works; a day at eight times the speed lasts three hours. */
const speed = Number(process.env.BALAI_DESKS_SPEED ?? 8)
const pause = 2000 / speed
const quarters = 4
const actsOfQuarter = (hours * 3600 * 4) / quarters

let prepared: Awaited<ReturnType<typeof prepareOffice>>
let house: House
beforeAll(async () => {
  prepared = await prepareOffice(() => undefined, 2_000)
  house = await House.start(prepared.office, await freePort())
})
afterAll(async () => {
  await house.stop()
  await prepared.fixture.remove()
})

test('what eight desks do in a day, much faster than they do it, leaves nothing behind in memory', {
  timeout: ((hours * 3600) / speed) * 4000 + 300_000,
}, async () => {
  const clients: BackendClient[] = []
  for (let number = 1; number <= desks; number += 1)
    clients.push(await house.desk(`Loket ${number}`, prepared.office.account))
  const held: number[] = []
  let acts = 0
  let round = 0
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    while (acts < quarter * actsOfQuarter) {
      const times = await during(clients, prepared.office, round, pause, () => setTimeout(20_000))
      acts += times.length
      round += 1
    }
    held.push(await house.held())
  }
  console.log(`${acts} acts; held after each quarter: ${held.map(one => one.toFixed(1)).join(', ')} MB`)
  expect(acts).toBeGreaterThanOrEqual(hours * 3600 * 4)
  // The first quarter warms up: what the second one holds is what the last one holds.
  expect((held[3] ?? 0) - (held[1] ?? 0)).toBeLessThan(8)
})
