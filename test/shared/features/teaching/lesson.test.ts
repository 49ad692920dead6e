import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockRows, usualClock } from '../../../../shared/features/cohort/day-clock.ts'
import {
  hoursByInstructor,
  inOrder,
  type Lesson,
  lessonProblem,
  lessonTimes,
  proposedLessons,
  sameLessons,
  untaughtHours,
} from '../../../../shared/features/teaching/lesson.ts'

const lesson = (changes: Partial<Lesson> = {}): Lesson => ({
  instructorId: 1,
  unitId: 7,
  kind: 'practice',
  firstHour: 1,
  hours: 4,
  note: '',
  ...changes,
})
const block = fc.record({
  unitId: fc.integer({ min: 1, max: 5 }),
  kind: fc.constantFrom('theory' as const, 'practice' as const),
  hours: fc.integer({ min: 1, max: 6 }),
  instructorId: fc.option(fc.integer({ min: 1, max: 4 })),
})
const day = fc.record({
  hours: fc.integer({ min: 1, max: 12 }),
  topic: fc.constantFrom('', 'Merias wajah'),
  instructors: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }).map(ids => ids.map(id => ({ id }))),
})

describe('the proposal for a day', () => {
  test('gives each block to its instructor, and the other hours to the instructor of the day', () => {
    const blocks = [
      { unitId: 7, kind: 'theory' as const, hours: 2, instructorId: null },
      { unitId: 7, kind: 'practice' as const, hours: 3, instructorId: 2 },
    ]
    const lessons = proposedLessons({ hours: 8, topic: 'Kunjungan', instructors: [{ id: 1 }, { id: 2 }] }, blocks)
    expect(lessons).toEqual([
      lesson({ kind: 'theory', hours: 2 }),
      lesson({ instructorId: 2, firstHour: 3, hours: 3 }),
      lesson({ unitId: null, kind: 'theory', firstHour: 6, hours: 3, note: 'Kunjungan' }),
    ])
  })

  test('fills every hour of the day once, with people of the day, and is always valid', () => {
    fc.assert(
      fc.property(day, fc.array(block, { maxLength: 6 }), (planned, blocks) => {
        const lessons = proposedLessons(planned, blocks)
        if (planned.instructors.length === 0) {
          expect(lessons).toEqual([])
          return
        }
        expect(lessons.reduce((sum, one) => sum + one.hours, 0)).toBe(planned.hours)
        expect(untaughtHours(lessons, planned.hours)).toEqual([])
        expect(lessonProblem(lessons, planned.hours)).toBeNull()
        for (const one of lessons) expect(planned.instructors.map(who => who.id)).toContain(one.instructorId)
      }),
    )
  })
})

describe('impossible lessons', () => {
  test.each([
    [[lesson({ firstHour: 6, hours: 4 })], { code: 'over_hours', hours: 8 }],
    [[lesson(), lesson({ firstHour: 4, hours: 2 })], { code: 'twice', instructorId: 1, hour: 4 }],
    [[lesson({ unitId: null, note: ' ' })], { code: 'unnamed' }],
    [[lesson(), lesson({ instructorId: 2 })], null],
    [[lesson(), lesson({ firstHour: 5 })], null],
  ])('case %#', (lessons, problem) => {
    expect(lessonProblem(lessons, 8)).toEqual(problem)
  })

  test('hours without an instructor are named', () => {
    expect(untaughtHours([lesson({ firstHour: 2, hours: 2 }), lesson({ firstHour: 6, hours: 1 })], 7)).toEqual([
      1, 4, 5, 7,
    ])
  })
})

test('the sums of all instructors add up to all lessons', () => {
  const any = fc.record({ instructorId: fc.integer({ min: 1, max: 4 }), hours: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(fc.array(any), list => {
      const lessons = list.map(one => lesson(one))
      const sums = [...hoursByInstructor(lessons).values()]
      expect(sums.reduce((a, b) => a + b, 0)).toBe(lessons.reduce((sum, one) => sum + one.hours, 0))
      expect(sameLessons(lessons, lessons.toReversed())).toBe(true)
      expect(inOrder(lessons).length).toBe(lessons.length)
    }),
  )
})

test('times are those of the clock, including breaks', () => {
  const clock = clockRows(8, usualClock('08:00', 45).ordinary)
  expect(lessonTimes({ firstHour: 1, hours: 4 }, clock)).toEqual({ start: '08:00', end: '11:15' })
  expect(lessonTimes({ firstHour: 8, hours: 1 }, clock)).toEqual({ start: '14:30', end: '15:15' })
  expect(lessonTimes({ firstHour: 8, hours: 2 }, clock)).toBeNull()
})
