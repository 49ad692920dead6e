import { expect, test } from 'vitest'
import { play } from './play.ts'

// A short random office in every test run; `npm run office -- --minutes 30` plays longer. The seed is the date: runs on different days
// test different sequences, and a failure repeats on the same day.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''))

/** Runs on one worker beside the other tests. OFFICE_SECONDS sets another duration. */
const seconds = Number(process.env.OFFICE_SECONDS ?? 30)

test(`laws hold and nothing ends in an incident, whatever the order of acts (${seconds} s)`, {
  timeout: (seconds + 270) * 1000,
}, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: seconds * 1000, length: 150 })
  expect(calls).toBeGreaterThan(seconds * 5)
})
