import fc from 'fast-check'
import { expect, test } from 'vitest'
import { erasedValues } from '../../../../electron/backend/features/rights/erased-values.ts'
import type { ForgottenPeople } from '../../../../electron/backend/features/rights/forget-store.ts'

const nik = '3671135205900003'
const people: ForgottenPeople = {
  trainees: new Set([7]),
  enrolments: new Set([70]),
  certificates: new Set(['500.15/0001']),
  identifiers: new Set([nik, '6281234567890', 'siti@contoh.id']),
}
const row = (entity: string, entity_id: string, before: unknown, after: unknown) => ({
  operation: 'x.y',
  entity,
  entity_id,
  before: before === undefined ? null : JSON.stringify(before),
  after: after === undefined ? null : JSON.stringify(after),
})

const text = fc.constantFrom(nik, `NIK ${nik}.`, 'siti@contoh.id', '6281234567890', 'Rapat', '')
const json = fc.letrec(tie => ({
  any: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom('name', 'note', 'nik', 'enrolmentId', 'rows', 'mark'), tie('any')),
})).object
const entity = fc.constantFrom('trainee', 'trainee_freeze', 'attendance', 'import', 'panel', 'cohort')
const id = fc.constantFrom('7', '8', 'TR-2024-01 70 3', 'TR-2024-01 3')

test('erasing leaves no identifier in any row, and a second time finds nothing', () => {
  fc.assert(
    fc.property(entity, id, json, json, (kind, number, before, after) => {
      const first = row(kind, number, before, after)
      const erased = erasedValues(first, people) ?? first
      for (const word of people.identifiers) expect(`${erased.before}${erased.after}`).not.toContain(word)
      expect(erasedValues({ ...first, ...erased }, people)).toBeNull()
    }),
  )
})

test('in a row shared by several people only the values of the given ones are erased', () => {
  const mark = (enrolmentId: number) => ({ enrolmentId, n: 3, mark: 'S', arrivedAt: null, note: 'Surat dokter' })
  const erased = erasedValues(row('attendance', 'TR-2024-01 3', undefined, { marks: [mark(70), mark(71)] }), people)
  expect(JSON.parse(erased?.after ?? '')).toEqual({ marks: [{ ...mark(70), note: '(dihapus)' }, mark(71)] })
  expect(erasedValues(row('attendance', 'TR-2024-01 3', undefined, { marks: [mark(71)] }), people)).toBeNull()
})

test('of the form of a person the names of changed fields stay', () => {
  const erased = erasedValues(row('trainee', '7', { name: 'A', nik, phone: '' }, { name: 'B', nik, phone: '' }), people)
  expect(erased).toEqual({ before: '{"erased":["name"]}', after: '{"erased":["name"]}' })
  expect(erasedValues(row('trainee', '8', { name: 'A' }, { name: 'B' }), people)).toBeNull()
})

test('of an export the search text is erased, the list of people stays', () => {
  const exported = (trainees: string) => row('export', 'daftar.xlsx', undefined, { search: 'siti', trainees, count: 3 })
  const erased = erasedValues(exported('2,5-9'), people)
  expect(JSON.parse(erased?.after ?? '')).toEqual({ search: '(dihapus)', trainees: '2,5-9', count: 3 })
  expect(erasedValues(exported('2,8-70'), people)).toBeNull()
})
