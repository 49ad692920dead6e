import { expect, it } from 'vitest'
import { testWrites } from '../../../../renderer/features/competence/test-writes.ts'
import type { CompetenceRow } from '../../../../shared/features/competence/contract.ts'
import { enrolmentId } from '../../../../shared/ids.ts'

const usual = { testedOn: '2025-01-20', lsp: 'LSP Contoh', scheme: 'Penata Rias' } as const
const certified = {
  testedOn: '2025-01-18',
  lsp: 'LSP Lain',
  scheme: 'Penata Rias',
  result: 'K',
  number: '96022 5142 3 0000001 2025',
  registration: '',
  validUntil: '2028-01-18',
  recordedAt: '2025-01-20T08:00',
  recordedBy: 'Wulan',
} as const

function row(id: number, test: CompetenceRow['test'] = null): CompetenceRow {
  const name = `Orang ${id}`
  return {
    enrolmentId: enrolmentId.parse(id),
    position: id,
    name,
    cohort: 'Tata Rias I',
    code: 'TR',
    decision: null,
    test,
    earlier: [],
  }
}
const change = (rowKey: number, columnKey: string, text: string) => ({ rowKey, columnKey, text, row: 0, column: 0 })
const write = (...changes: ReturnType<typeof change>[]) =>
  testWrites(changes, [row(1), row(2, certified)], usual, '2025-01-21')

it('a result alone uses the values of this test, and ends three years later', () => {
  expect(write(change(1, 'result', 'K')).tests).toEqual([
    {
      enrolmentId: 1,
      test: { ...usual, result: 'K', number: '', registration: '', validUntil: '2028-01-20' },
    },
  ])
  expect(write(change(1, 'result', 'B')).tests[0]?.test).toMatchObject({ result: 'BK', validUntil: null })
})

it('a pasted line is one record, its own date and number first', () => {
  const { tests, rejected } = write(
    change(1, 'result', 'Kompeten'),
    change(1, 'number', '96022 5142 3 0000009 2025'),
    change(1, 'testedOn', '19/01/2025'),
    change(1, 'validUntil', '19/01/2030'),
  )
  expect(rejected).toEqual([])
  expect(tests[0]?.test).toMatchObject({
    testedOn: '2025-01-19',
    validUntil: '2030-01-19',
    number: '96022 5142 3 0000009 2025',
  })
})

it('a change from not competent to competent is a second test on the given day', () => {
  const failed = { ...certified, result: 'BK', number: '', validUntil: null } as const
  const again = (test: CompetenceRow['test']) =>
    testWrites([change(3, 'result', 'K')], [row(3, test)], usual, '2025-01-21').tests[0]?.test
  expect(again(failed)).toMatchObject({ ...usual, result: 'K', validUntil: '2028-01-20' })
  expect(again({ ...failed, testedOn: '2025-01-20' })).toMatchObject({ lsp: 'LSP Lain' })
})

it('names values that were not accepted', () => {
  const { tests, rejected } = write(
    change(1, 'number', '96022'),
    change(2, 'testedOn', 'kapan-kapan'),
    change(2, 'lsp', 'LSP Baru'),
  )
  expect(tests).toEqual([])
  expect(rejected).toEqual(['Orang 1: isi hasilnya (K atau B) dulu', 'Orang 2: “kapan-kapan” bukan tanggal uji'])
  expect(write(change(1, 'result', 'ya')).rejected).toEqual(['Orang 1: tulis K atau BK'])
})

it('a change to not competent clears number and end; an emptied result is no record', () => {
  expect(write(change(2, 'result', 'BK')).tests[0]?.test).toMatchObject({
    number: '',
    validUntil: null,
    lsp: 'LSP Lain',
  })
  expect(write(change(2, 'result', '')).tests).toEqual([{ enrolmentId: 2, test: null }])
  expect(write(change(1, 'result', '')).tests).toEqual([])
})
