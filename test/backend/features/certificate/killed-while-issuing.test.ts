import { test } from 'vitest'
import { killWhileIssuing } from './kill-while-issuing.ts'

// Twenty cuts in 104 papers are in test/heavy.
test('power cuts while papers are issued leave no number without its paper, none twice and none lost', () =>
  killWhileIssuing({ people: 60, kills: 2 }))
