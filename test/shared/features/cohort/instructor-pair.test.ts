import { describe, expect, test } from 'vitest'
import { instructorPair } from '../../../../shared/features/cohort/instructor-pair.ts'

const person = (id: number, ...days: number[]) => ({ id, name: `P${id}`, problems: days.map(n => ({ n })) })
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('two instructors of one class', () => {
  test('share the days: the one with the most days, and one who may teach the rest', () => {
    const pair = instructorPair([person(1, ...days(11, 15)), person(2, ...days(1, 8)), person(3, ...days(1, 15))], 15)
    expect(pair && [pair.first.id, pair.second.id, pair.days]).toEqual([1, 2, [11, 12, 13, 14, 15]])
  })

  test('are not proposed if one is enough, or if a day is left over', () => {
    expect(instructorPair([person(1), person(2, 3)], 15)).toBeNull()
    expect(instructorPair([person(1, ...days(11, 15)), person(2, 15)], 15)).toBeNull()
    expect(instructorPair([person(1, ...days(1, 15))], 15)).toBeNull()
  })

  test('are completed when one is already chosen', () => {
    expect(instructorPair([person(1, 15), person(2)], 15, 1)?.second.id).toBe(2)
  })
})
