import { test } from 'vitest'
import { killWhileIssuing } from '../backend/features/certificate/kill-while-issuing.ts'

test('twenty power cuts while 104 papers are issued', () => killWhileIssuing({ people: 104, kills: 20 }))
