import { expect, test } from 'vitest'
import { play } from '../office/play.ts'

// By the day, as in `test/office`, so that a failure comes again; `npm run office` draws a new one each time.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', '')) + 1

test(`three minutes of random offices, seed ${seed}`, { timeout: 900_000 }, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: 180_000, length: 300 })
  expect(calls).toBeGreaterThan(5000)
})
