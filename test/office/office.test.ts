import { expect, test } from 'vitest'
import { play } from './play.ts'

// A little of a random office in every run of the tests; `npm run office -- --minutes 30` plays on. The seed changes by the day, so
// that everybody's runs together see more, and stays the same on one day, so that a failure comes again.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''))

/** It plays on one worker beside the other tests. Who waits for an answer may ask for less, a quiet night for more. */
const seconds = Number(process.env.OFFICE_SECONDS ?? 30)

test(`in whatever order acts come, laws hold and nothing ends in an incident (${seconds} s)`, {
  timeout: (seconds + 270) * 1000,
}, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: seconds * 1000, length: 150 })
  expect(calls).toBeGreaterThan(seconds * 5)
})
