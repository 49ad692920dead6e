import { describe, expect, it } from 'vitest'
import { withField } from '../../../../renderer/features/import/column-step.tsx'
import { filterRows, nextUndecided, undecided } from '../../../../renderer/features/import/row-filter.ts'
import type { ImportColumn } from '../../../../shared/features/import/contract.ts'
import type { ImportAnswer, ImportRow } from '../../../../shared/features/import/import-row.ts'

const difference = { field: 'phone' as const, label: 'No. HP', present: 'a', file: 'b' }
const row = (number: number, changes: Partial<ImportRow> = {}): ImportRow => ({
  row: number,
  status: 'create',
  nik: `36710552059${String(number).padStart(5, '0')}`,
  name: `Orang ${number}`,
  note: '',
  problems: [],
  person: null,
  sameAs: null,
  differences: [],
  damage: null,
  repaired: false,
  remark: '',
  ...changes,
})
const rows = [
  row(2),
  row(3, { status: 'match', differences: [difference] }),
  row(4, { status: 'match' }),
  row(5, { status: 'duplicate', differences: [difference] }),
  row(6, { status: 'reject', name: 'Zoë', damage: { kind: 'number', shown: '3671', kept: 4 } }),
]
const answer = (number: number): [number, ImportAnswer] => [number, { row: number, action: 'skip', fields: [] }]

describe('rows of an import', () => {
  it('are filtered by state, and by typed words', () => {
    expect(filterRows(rows, 'all', '', false)).toHaveLength(5)
    expect(filterRows(rows, 'all', '', true).map(one => one.row)).toEqual([2, 3, 4, 5])
    expect(filterRows(rows, 'reject', '', true).map(one => one.row)).toEqual([6])
    expect(filterRows(rows, 'decide', '', false).map(one => one.row)).toEqual([3, 5])
    expect(filterRows(rows, 'all', 'zoe', false).map(one => one.row)).toEqual([6])
    expect(filterRows(rows, 'all', 'orang 0003', false).map(one => one.row)).toEqual([3])
  })

  it('that need a decision follow one another, wrapping around at the end', () => {
    expect(undecided(rows, new Map([answer(3)])).map(one => one.row)).toEqual([5])
    expect(nextUndecided(rows, new Map(), 3)).toBe(5)
    expect(nextUndecided(rows, new Map([answer(5)]), 5)).toBe(3)
    expect(nextUndecided(rows, new Map([answer(3), answer(5)]), 5)).toBe(5)
  })
})

it('giving a field to a column takes it from the one that had it', () => {
  const column = (index: number, field: ImportColumn['field']): ImportColumn => ({
    index,
    title: '',
    field,
    source: null,
    samples: [],
  })
  const columns = [column(0, 'nik'), column(1, 'name'), column(4, null)]
  expect(withField(columns, 4, 'nik')).toEqual([
    { index: 0, field: null },
    { index: 1, field: 'name' },
    { index: 4, field: 'nik' },
  ])
  expect(withField(columns, 1, null)).toEqual([
    { index: 0, field: 'nik' },
    { index: 1, field: null },
    { index: 4, field: null },
  ])
})
