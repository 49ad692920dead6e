import BetterSqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededDraw } from '../../../../build/bench/measure.ts'
import { WriteDatabase } from '../../../../electron/backend/database/connection.ts'
import { schema } from '../../../../electron/backend/database/schema/schema.ts'
import { rowsBehind } from '../../../../electron/backend/features/report/measure/behind-store.ts'
import {
  countMeasures,
  countTotals,
  lastDue,
} from '../../../../electron/backend/features/report/measure/measure-store.ts'
import { dueOn } from '../../../../shared/features/alumni/follow-up.ts'
import { dimensionKeys, divides } from '../../../../shared/features/report/dimension.ts'
import { isAdditive, type MeasureKey, measureKeys } from '../../../../shared/features/report/measure.ts'
import { addDays, type PlainDate, plainDate } from '../../../../shared/kernel/plain-date.ts'
import { plainRecount } from './plain-recount.ts'
import { writeRandomCentre } from './random-centre.ts'

// Each measure is compared with a plain recount, the sum of its parts with the whole, and the rows behind a figure with the figure.

const period = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 })).map(([start, length]) => {
  const from = addDays(plainDate(2024, 12, 1), start)
  return { from, to: addDays(from, length) }
})

// One database for all centres, each rolled back: schema and statements are prepared only once.
const raw = new BetterSqlite(':memory:')
const db = new WriteDatabase(raw)
beforeAll(() => {
  raw.exec(schema)
})
afterAll(() => {
  raw.close()
})

test('every figure equals a plain recount, and its parts add up to the whole', () => {
  const seen = new Set<MeasureKey>()
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.oneof(
        period,
        fc.constantFrom({ from: '2025-01-01', to: '2025-12-31' }, { from: '2026-01-01', to: '2026-12-31' }),
      ),
      fc.constantFrom('panel' as const, 'end' as const, 'start' as const),
      (seed, period, countedBy) => {
        raw.exec('BEGIN')
        try {
          writeRandomCentre(db, seededDraw(seed))
          expect(raw.pragma('foreign_key_check')).toEqual([])
          const today: PlainDate = '2026-11-30'
          const scope = { period: period as { from: PlainDate; to: PlainDate }, filters: {}, today, countedBy }
          const counted = countTotals(db, measureKeys, scope)
          const plain = plainRecount(raw, scope.period, today, countedBy)
          for (const [key, figure] of Object.entries(plain) as [MeasureKey, number][]) {
            expect([key, counted[key]]).toEqual([key, figure])
            if (figure !== 0) seen.add(key)
          }
          for (const key of measureKeys.filter(one => counted[one] !== 0)) {
            for (const dimension of dimensionKeys.filter(one => divides(one, key))) {
              const parts = countMeasures(db, [key], [dimension], scope)
              const sum = parts.reduce((total, row) => total + row.values[key], 0)
              if (isAdditive(key)) expect([key, dimension, sum]).toEqual([key, dimension, counted[key]])
              else expect(sum).toBeGreaterThanOrEqual(counted[key])
              const [first] = parts
              if (!first) continue
              const filtered = { ...scope, filters: { [dimension]: [first.keys[0] ?? ''] } }
              expect(countTotals(db, [key], filtered)[key]).toBe(first.values[key])
            }
            const { rows, hidden } = rowsBehind(db, key, scope, { limit: 500, offset: 0 })
            if (isAdditive(key) && hidden === 0)
              expect([key, rows.reduce((total, row) => total + row.figure, 0)]).toEqual([key, counted[key]])
          }
        } finally {
          raw.exec('ROLLBACK')
        }
      },
    ),
    { numRuns: 25 },
  )
  // Make sure that enough figures were seen; comparing nothing would prove nothing.
  expect(seen.size).toBeGreaterThan(68)
}, 180_000)

test('the last panel whose graduates are due today is found for every day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.constantFrom(3 as const, 6 as const, 12 as const),
      (offset, month) => {
        const today = addDays(plainDate(2020, 1, 1), offset)
        const last = lastDue(today, month)
        expect(dueOn(last, month) <= today).toBe(true)
        expect(dueOn(addDays(last, 1), month) > today).toBe(true)
      },
    ),
  )
})
