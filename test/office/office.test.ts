import { expect, test } from 'vitest'
import { play } from './play.ts'

// A few seconds of a random office in every run of the tests; `npm run office -- --minutes 30` plays on. The seed changes by the day, so
// that everybody's runs together see more, and stays the same on one day, so that a failure comes again.
const seed = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''))

test('in whatever order acts come, laws hold and nothing ends in an incident', { timeout: 300_000 }, async () => {
  const { calls } = await play({ seed, runs: 1000, milliseconds: 25_000, length: 150 })
  expect(calls).toBeGreaterThan(100)
})
