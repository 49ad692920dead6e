import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { House, prepareOffice } from '../../../build/bench/desks/office.ts'
import { during, freePort } from '../../../build/bench/desks.ts'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'

const desks = 8
/** Milliseconds between two acts of one desk: four a second together, eight times as fast as an office works. */
const pause = 2000 / 8
/** A short form; BALAI_DESKS_SECONDS=10800 makes the requests of 24 hours, 3600 those of a working day. */
const seconds = Number(process.env.BALAI_DESKS_SECONDS ?? 120)
const quarters = 4

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

test('what eight desks do at eight times the speed leaves nothing behind in memory', {
  timeout: (seconds + 300) * 1000,
}, async () => {
  const clients: BackendClient[] = []
  for (let number = 1; number <= desks; number += 1)
    clients.push(await house.desk(`Loket ${number}`, prepared.office.account))
  const held: number[] = []
  let acts = 0
  for (let quarter = 0; quarter < quarters; quarter += 1) {
    const times = await during(clients, prepared.office, quarter, pause, () => setTimeout((seconds * 1000) / quarters))
    acts += times.length
    held.push(await house.held())
  }
  console.log(`${acts} acts; held after each quarter: ${held.map(one => one.toFixed(1)).join(', ')} MB`)
  expect(acts).toBeGreaterThan(desks * quarters)
  // The first quarter warms up: what the second one holds is what the last one holds.
  expect((held[3] ?? 0) - (held[1] ?? 0)).toBeLessThan(8)
})
