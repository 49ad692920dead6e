import { expect, test } from 'vitest'
import { usualActivity } from '../../../../shared/features/activity/usual-activity.ts'

const boga = { id: 1, trade: 'TB' as const, cohorts: 0 }
const rias = { id: 2, trade: 'TR' as const, cohorts: 1 }
const riasFree = { id: 3, trade: 'TR' as const, cohorts: 0 }
const any = { id: 4, trade: null, cohorts: 0 }

test('is the only one of the trade, preferring one without a class', () => {
  expect(usualActivity([any, boga, rias], 'TR')).toBe(rias)
  expect(usualActivity([boga, rias, riasFree], 'TR')).toBe(riasFree)
})

test('is none if two fit, or none is of the trade', () => {
  expect(usualActivity([riasFree, { ...riasFree, id: 5 }], 'TR')).toBeNull()
  expect(usualActivity([rias, { ...rias, id: 5 }], 'TR')).toBeNull()
  expect(usualActivity([any, boga], 'TR')).toBeNull()
  expect(usualActivity([], 'TR')).toBeNull()
})
