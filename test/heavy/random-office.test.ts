import { expect, test } from 'vitest'
import { play } from '../office/play.ts'

const seed = Math.floor(Math.random() * 2 ** 31)

test(`three minutes of random offices, seed ${seed}`, { timeout: 900_000 }, async () => {
  const { calls } = await play({ seed, runs: 1_000_000, milliseconds: 180_000, length: 300 })
  expect(calls).toBeGreaterThan(5000)
})
