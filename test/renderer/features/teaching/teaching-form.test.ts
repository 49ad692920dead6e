import { describe, expect, it } from 'vitest'
import { leaveAround } from '../../../../renderer/features/attendance/mark/letter-days.ts'
import { formatLessons, formatTopic } from '../../../../renderer/features/teaching/lesson-labels.ts'
import {
  givenTo,
  linesOf,
  nextLine,
  readHours,
  readLessons,
  withoutUnit,
} from '../../../../renderer/features/teaching/lesson-values.ts'
import type { AttendanceCell } from '../../../../shared/features/attendance/contract.ts'
import type { LessonDraft } from '../../../../shared/features/teaching/contract.ts'
import { cohortUnitId, instructorId } from '../../../../shared/ids.ts'

const rina = instructorId.parse(1)
const sri = instructorId.parse(2)
const unit = cohortUnitId.parse(7)
const lesson = (changes: Partial<LessonDraft> = {}): LessonDraft => ({
  instructorId: rina,
  unitId: unit,
  kind: 'practice',
  firstHour: 1,
  hours: 4,
  note: '',
  ...changes,
})
const people = [
  { id: rina, name: 'Rina' },
  { id: sri, name: 'Sri' },
]
const nameOf = (id: number) => people.find(person => person.id === id)?.name ?? ''

describe('typed hours of the day', () => {
  it.each([
    ['4', { firstHour: 4, hours: 1 }],
    ['1-4', { firstHour: 1, hours: 4 }],
    [' 6 – 8 ', { firstHour: 6, hours: 3 }],
    ['4-1', null],
    ['0-3', null],
    ['pagi', null],
    ['', null],
  ])('%s', (text, span) => {
    expect(readHours(text)).toEqual(span)
  })
})

describe('the form of a day', () => {
  it('returns the values it was made from, in the order of the day', () => {
    const lessons = [
      lesson(),
      lesson({ instructorId: sri, unitId: null, kind: 'theory', firstHour: 5, note: 'Kunjungan' }),
    ]
    expect(readLessons(linesOf(lessons).toReversed(), { hours: 8 }, nameOf)).toEqual({ lessons })
  })

  it('proposes the remaining hours for the same person and unit', () => {
    expect(nextLine(linesOf([lesson({ hours: 5 })]), 8)).toMatchObject({
      hours: '6–8',
      instructorId: '1',
      part: '7 practice',
    })
    expect(nextLine(linesOf([lesson({ hours: 8 })]), 8).hours).toBe('')
  })

  it.each([
    [{ hours: 'x' }, '“x” bukan jam pelajaran. Tulis seperti 1-4.'],
    [{ instructorId: null }, 'Pilih instruktur.'],
    [{ part: withoutUnit }, 'Tanpa unit, tulis apa yang diajarkan.'],
    [{ hours: '7-9' }, 'Hari ini hanya 8 JP.'],
  ])('says what is wrong: %o', (changes, problem) => {
    const lines = linesOf([lesson()]).map(line => ({ ...line, ...changes }))
    expect(readLessons(lines, { hours: 8 }, nameOf)).toMatchObject({ problem })
  })

  it('names the substituted person, until that is edited', () => {
    const [line] = linesOf([lesson()])
    if (!line) throw new Error('no line')
    const planned = people.slice(0, 1)
    const given = givenTo(line, '2', planned)
    expect(given).toMatchObject({ instructorId: '2', note: 'menggantikan Rina' })
    expect(givenTo(given, '1', planned).note).toBe('')
    expect(givenTo({ ...given, note: 'jam tambahan' }, '1', planned).note).toBe('jam tambahan')
    expect(givenTo(line, '2', []).note).toBe('')
  })

  it('names people who teach one hour twice', () => {
    const read = readLessons(linesOf([lesson(), lesson({ firstHour: 4, hours: 1 })]), { hours: 8 }, nameOf)
    expect(read).toMatchObject({ problem: 'Rina tercatat dua kali pada JP ke-4.' })
  })
})

it('summarises a day in one line: consecutive hours are joined, units are named once', () => {
  const lessons = [
    lesson(),
    lesson({ kind: 'theory', firstHour: 5, hours: 1 }),
    lesson({ instructorId: sri, firstHour: 6, hours: 3 }),
  ]
  expect(formatLessons(lessons, people)).toBe('JP 1–5 Rina · JP 6–8 Sri')
  expect(formatTopic(lessons, [{ id: unit, position: 4, title: 'Rias' }])).toBe('4 Rias')
})

it('one letter covers the days around it without a gap', () => {
  const cells = (['H', 'S', 'I', null, 'S'] as const).map(
    (mark): AttendanceCell =>
      mark === null ? null : { mark, arrivedAt: null, note: '', corrected: false, letter: null },
  )
  expect(leaveAround({ cells }, 3)).toEqual([2, 3])
  expect(leaveAround({ cells }, 5)).toEqual([5])
  expect(leaveAround({ cells }, 1)).toEqual([])
})
