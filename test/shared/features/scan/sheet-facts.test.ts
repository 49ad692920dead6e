import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldSessions } from '../../../../shared/features/scan/fold-sessions.ts'
import {
  changesOfSheet,
  formatSheetChange,
  type SheetFacts,
  sameSheetFacts,
} from '../../../../shared/features/scan/sheet-facts.ts'

const person = (enrolmentId: number, position = enrolmentId) => ({
  enrolmentId,
  position,
  joinedDay: 1,
  leftAfterDay: null,
})
const facts: SheetFacts = {
  days: [
    { n: 1, date: '2024-12-16' },
    { n: 2, date: '2024-12-17' },
  ],
  people: [person(1), person(2), person(3)],
}
const words = (now: SheetFacts) => changesOfSheet(facts, now).map(formatSheetChange)

test('without a change there is no difference', () => {
  expect(changesOfSheet(facts, structuredClone(facts))).toEqual([])
})

test.each<[string, Partial<SheetFacts>, string[]]>([
  [
    'a day that moved',
    {
      days: [
        { n: 1, date: '2024-12-16' },
        { n: 2, date: '2024-12-18' },
      ],
    },
    ['Hari ke-2 pindah dari Sel\u00a017\u00a0Des ke Rab\u00a018\u00a0Des.'],
  ],
  ['a day less', { days: [{ n: 1, date: '2024-12-16' }] }, ['Jumlah hari 2 menjadi 1.']],
  ['somebody new', { people: [...facts.people, person(9, 4)] }, ['Nomor 4 baru masuk.']],
  [
    'somebody gone, and who comes after',
    { people: [person(1), person(3, 2)] },
    ['Nomor 2 dikeluarkan dari daftar.', 'Nomor 3 menjadi nomor 2.'],
  ],
  [
    'somebody who left',
    { people: [person(1), { ...person(2), leftAfterDay: 1 }, person(3)] },
    ['Nomor 2 berhenti sesudah hari ke-1.'],
  ],
  [
    'somebody who joined on another day',
    { people: [{ ...person(1), joinedDay: 2 }, person(2), person(3)] },
    ['Masa ikut nomor 1 berubah.'],
  ],
])('%s is described in words', (_what, change, expected) => {
  expect(words({ ...facts, ...change })).toEqual(expected)
})

test('two sheets are the same exactly when no field differs', () => {
  const day = fc.record({ n: fc.constant(1), date: fc.constantFrom('2024-12-16' as const, '2024-12-17' as const) })
  const member = fc.record({
    enrolmentId: fc.integer({ min: 1, max: 3 }),
    position: fc.integer({ min: 1, max: 3 }),
    joinedDay: fc.constantFrom(1, 2),
    leftAfterDay: fc.constantFrom(null, 2, 3),
  })
  const sheet = fc.record({
    days: fc.array(day, { maxLength: 1 }),
    people: fc.uniqueArray(member, { selector: one => one.enrolmentId, maxLength: 3 }),
  })
  const ordered = ({ days, people }: SheetFacts) => ({
    days,
    people: people.toSorted((a, b) => a.enrolmentId - b.enrolmentId),
  })
  fc.assert(
    fc.property(sheet, sheet, (one, other) => {
      expect(sameSheetFacts(one, other)).toBe(JSON.stringify(ordered(one)) === JSON.stringify(ordered(other)))
    }),
  )
})

test('morning and afternoon agree, or the clerk must decide', () => {
  const reading = (signed: boolean, confidence: number) => ({ signed, confidence })
  expect(foldSessions([reading(true, 0.9)])).toEqual({ signed: true, confidence: 0.9 })
  expect(foldSessions([reading(true, 0.9), reading(true, 0.7)])).toEqual({ signed: true, confidence: 0.7 })
  expect(foldSessions([reading(false, 0.9), reading(false, 1)])).toEqual({ signed: false, confidence: 0.9 })
  expect(foldSessions([reading(true, 1), reading(false, 1)])).toEqual({ signed: null, confidence: 0.5 })
  expect(foldSessions([])).toEqual({ signed: null, confidence: 0.5 })
})
