import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayTopics } from '../../../../shared/features/cohort/day-topics.ts'
import {
  type Block,
  curriculumBlocks,
  hoursByPart,
  joined,
  layBlocks,
  type PlannedUnit,
  practiceBeforeTheory,
  remainingBlocks,
  topicOfBlocks,
} from '../../../../shared/features/timetable/timetable.ts'

const units: fc.Arbitrary<PlannedUnit[]> = fc
  .array(fc.record({ theoryHours: fc.nat(12), practiceHours: fc.nat(24) }), { minLength: 1, maxLength: 12 })
  .map(rows => rows.map((row, index) => ({ id: index + 1, title: `Unit ${index + 1}`, ...row })))
const days = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 })
const total = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + block.hours, 0)
const planned = (all: readonly PlannedUnit[]) =>
  all.reduce((sum, unit) => sum + unit.theoryHours + unit.practiceHours, 0)

describe('a curriculum laid out over days', () => {
  it('has no day over its hours, and no empty hour while something is left', () => {
    fc.assert(
      fc.property(units, days, (all, hours) => {
        const laid = layBlocks(curriculumBlocks(all), hours)
        expect(laid).toHaveLength(hours.length)
        let remaining = planned(all)
        laid.forEach((day, index) => {
          expect(total(day)).toBe(Math.min(hours[index] ?? 0, remaining))
          remaining -= total(day)
        })
      }),
    )
  })

  it('gives every unit its hours of theory and practice if the days suffice', () => {
    fc.assert(
      fc.property(units, all => {
        const hours = Array.from({ length: Math.ceil(planned(all) / 8) }, () => 8)
        const sums = hoursByPart(layBlocks(curriculumBlocks(all), hours).flat())
        for (const { id, theoryHours, practiceHours } of all) {
          expect(sums.get(`${id} theory`) ?? 0).toBe(theoryHours)
          expect(sums.get(`${id} practice`) ?? 0).toBe(practiceHours)
        }
      }),
    )
  })

  it('puts theory before practice, unit after unit', () => {
    fc.assert(
      fc.property(units, days, (all, hours) => {
        const row = layBlocks(curriculumBlocks(all), hours).flat()
        expect(practiceBeforeTheory(row)).toBeNull()
        expect(row.map(block => block.unitId)).toEqual(row.map(block => block.unitId).toSorted((a, b) => a - b))
      }),
    )
  })

  it('gives the same topics as without blocks', () => {
    fc.assert(
      fc.property(units, days, (all, hours) => {
        const topics = layBlocks(curriculumBlocks(all), hours).map(day => topicOfBlocks(day, all))
        expect(topics).toEqual(
          dayTopics(
            all.filter(unit => unit.theoryHours + unit.practiceHours > 0),
            hours,
          ),
        )
      }),
    )
  })

  it('continues after taught days where they ended', () => {
    fc.assert(
      fc.property(units, days, fc.nat(20), (all, hours, held) => {
        const laid = layBlocks(curriculumBlocks(all), hours)
        const taught = laid.slice(0, held).flat()
        const rest = layBlocks(remainingBlocks(all, taught), hours.slice(held))
        expect(rest.map(day => joined(day))).toEqual(laid.slice(held).map(day => joined(day)))
      }),
    )
  })
})

describe('moving a block', () => {
  const blocks = fc.array(
    fc.record({
      unitId: fc.integer({ min: 1, max: 4 }),
      kind: fc.constantFrom('theory' as const, 'practice' as const),
      hours: fc.integer({ min: 1, max: 9 }),
      instructorId: fc.constantFrom(null, 1, 2),
    }),
    { minLength: 1, maxLength: 12 },
  )

  it('keeps all hours, wherever it goes and however the days are cut', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), fc.integer({ min: 1, max: 12 }), (row, from, length) => {
        const moved = [...row.slice(from % row.length), ...row.slice(0, from % row.length)]
        const hours = Array.from({ length: Math.ceil(total(row) / length) }, () => length)
        const laid = layBlocks(moved, hours).flat()
        expect([...hoursByPart(laid)].toSorted()).toEqual([...hoursByPart(row)].toSorted())
      }),
    )
  })

  it('finds practice that would come before its theory', () => {
    const part = (unitId: number, kind: Block['kind']): Block => ({ unitId, kind, hours: 2, instructorId: null })
    expect(practiceBeforeTheory([part(1, 'theory'), part(2, 'theory'), part(1, 'practice')])).toBeNull()
    expect(practiceBeforeTheory([part(1, 'theory'), part(2, 'practice'), part(2, 'theory')])).toBe(2)
    expect(practiceBeforeTheory([part(1, 'theory'), part(1, 'practice'), part(1, 'theory')])).toBe(1)
    const before = [part(2, 'practice'), part(2, 'theory'), part(1, 'theory'), part(1, 'practice')]
    expect(practiceBeforeTheory([...before.slice(2), ...before.slice(0, 2)], before)).toBeNull()
    expect(practiceBeforeTheory(before.toReversed(), before)).toBe(1)
  })
})
