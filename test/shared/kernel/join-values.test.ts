import { expect, test } from 'vitest'
import { joinValues } from '../../../shared/kernel/join-values.ts'

const before = { nik: '1', name: 'Siti', phone: '0811', address: 'Jl. Melati 4' }
const never = new Set(['nik'])

test('if nobody else changed anything, mine is written unchanged, NIK too', () => {
  const mine = { ...before, nik: '2', name: 'Siti Rahayu' }
  expect(joinValues(before, before, mine, never)).toEqual({ values: mine, joined: [], conflicts: [] })
})

test('fields changed by only one person are merged', () => {
  const theirs = { ...before, phone: '0857' }
  const mine = { ...before, address: 'Jl. Melati Raya 14' }
  const joined = joinValues(before, theirs, mine, never)
  expect(joined).toEqual({ values: { ...mine, phone: '0857' }, joined: ['phone'], conflicts: [] })
})

test('the same field is asked about, the same value is not', () => {
  const theirs = { ...before, phone: '0857', address: 'Jl. Baru 1' }
  const mine = { ...before, phone: '0812', address: 'Jl. Baru 1' }
  const { values, conflicts } = joinValues(before, theirs, mine, never)
  expect(conflicts).toEqual([{ field: 'phone', before: '0811', theirs: '0857', mine: '0812' }])
  expect(values).toEqual(mine)
})

test('a NIK is asked about whoever changed it, until somebody has chosen', () => {
  const theirs = { ...before, nik: '3' }
  const mine = { ...before, phone: '0812' }
  expect(joinValues(before, theirs, mine, never).conflicts.map(({ field }) => field)).toEqual(['nik'])
  const myNik = { ...before, nik: '2' }
  const theirPhone = { ...before, phone: '0857' }
  expect(joinValues(before, theirPhone, myNik, never).conflicts.map(({ field }) => field)).toEqual(['nik'])
  const chosen = joinValues({ ...before, nik: '3' }, theirs, { ...mine, nik: '2' }, never, ['nik'])
  expect([chosen.conflicts, chosen.values.nik]).toEqual([[], '2'])
})

test('a choice is asked about again if the other person changed the value once more meanwhile', () => {
  const seen = { ...before, phone: '0857' }
  const theirs = { ...before, phone: '0899' }
  const { conflicts } = joinValues(seen, theirs, { ...before, phone: '0812' }, never, ['phone'])
  expect(conflicts.map(({ field }) => field)).toEqual(['phone'])
})
