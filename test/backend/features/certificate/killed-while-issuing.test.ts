import { test } from 'vitest'
import { killWhileIssuing } from './kill-while-issuing.ts'

// Twenty kills during 104 papers are tested in test/heavy.
test('power cuts while papers are issued leave no number without its paper, none given twice and none lost', () =>
  killWhileIssuing({ people: 60, kills: 2 }))
