import { expect, test } from 'vitest'
import { play } from '../office/play.ts'

// The seed is the date, as in `test/office`, so that a failure repeats on the same day; `npm run office` uses a new seed each time.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', '')) + 1

test(`three minutes of random offices, seed ${seed}`, { timeout: 900_000 }, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: 180_000, length: 300 })
  expect(calls).toBeGreaterThan(5000)
})
