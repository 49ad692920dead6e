import { expect, test } from 'vitest'
import { play } from './play.ts'

// Ten seconds of random offices in every test run, three minutes in test/heavy; `npm run office -- --minutes 30` plays longer. The seed is
// the date: runs on different days test different sequences, and a failure repeats on the same day.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''))

test('laws hold and nothing ends in an incident, whatever the order of acts', { timeout: 280_000 }, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: 10_000, length: 150 })
  expect(calls).toBeGreaterThan(50)
})
