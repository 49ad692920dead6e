import {
  type CompetenceRow,
  type CompetenceTestDraft,
  competenceTestDraft,
} from '../../../shared/features/competence/contract.ts'
import { defaultValidUntil } from '../../../shared/features/instructor/credential.ts'
import type { EnrolmentId } from '../../../shared/ids.ts'
import { readDate } from '../../../shared/kernel/date-input.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { KeyGridWrite } from '../../ui/grid/key-grid.tsx'

export const testColumns = ['result', 'number', 'registration', 'testedOn', 'validUntil', 'scheme', 'lsp'] as const
export type TestColumn = (typeof testColumns)[number]

/** Values used for each typed result until others are typed. */
export interface UsualTest {
  testedOn: PlainDate
  lsp: string
  scheme: string
}

/** The typed record of a person; null deletes it. */
export type TypedTest = { enrolmentId: EnrolmentId; test: CompetenceTestDraft | null }

interface TestWrites {
  tests: TypedTest[]
  /** Entries that were not accepted, with person and reason. */
  rejected: string[]
}

/** Parses typed or pasted cells into one record a person; an empty result deletes the record. */
export function testWrites(
  changes: readonly KeyGridWrite[],
  rows: readonly CompetenceRow[],
  usual: UsualTest,
  today: PlainDate,
): TestWrites {
  const written: TestWrites = { tests: [], rejected: [] }
  for (const [rowKey, own] of Map.groupBy(changes, change => change.rowKey)) {
    const row = rows.find(one => one.enrolmentId === rowKey)
    if (!row) continue
    const result = readResult(own.find(change => change.columnKey === 'result')?.text)
    if (result === 'unreadable') written.rejected.push(`${row.name}: tulis K atau BK`)
    else if (result === null) {
      if (row.test) written.tests.push({ enrolmentId: row.enrolmentId, test: null })
    } else {
      const read = readTest(row, result ?? row.test?.result, own, usual, today)
      if (typeof read === 'string') written.rejected.push(`${row.name}: ${read}`)
      else written.tests.push({ enrolmentId: row.enrolmentId, test: read })
    }
  }
  return written
}

/** The record, or why there is none. */
function readTest(
  { test }: CompetenceRow,
  result: 'K' | 'BK' | undefined,
  changes: readonly KeyGridWrite[],
  usual: UsualTest,
  today: PlainDate,
): CompetenceTestDraft | string {
  if (result === undefined) return 'isi hasilnya (K atau B) dulu'
  const certified = result === 'K'
  const typed = (column: TestColumn) => changes.find(change => change.columnKey === column)?.text.trim()
  // Changing from not competent to competent means another test.
  const again = test?.result === 'BK' && certified && usual.testedOn > test.testedOn
  const kept = again ? null : test
  const testedOn = dateOf(typed('testedOn'), kept?.testedOn ?? usual.testedOn, today)
  if (testedOn === undefined || testedOn === null) return `“${typed('testedOn')}” bukan tanggal uji`
  const usualEnd = result === 'K' ? defaultValidUntil(testedOn) : null
  const validUntil = dateOf(typed('validUntil'), test?.result === result ? test.validUntil : usualEnd, today)
  if (validUntil === undefined) return `“${typed('validUntil')}” bukan tanggal`
  const read = competenceTestDraft.safeParse({
    result,
    testedOn,
    validUntil: certified ? validUntil : null,
    scheme: typed('scheme') ?? kept?.scheme ?? usual.scheme,
    lsp: typed('lsp') ?? kept?.lsp ?? usual.lsp,
    // Only competent people have numbers, so they are dropped otherwise.
    number: typed('number') ?? (certified ? (test?.number ?? '') : ''),
    registration: typed('registration') ?? (certified ? (test?.registration ?? '') : ''),
  })
  return read.success ? read.data : (read.error.issues[0]?.message ?? 'tidak terbaca')
}

/** Undefined if the text is not a date; null if it was emptied. */
function dateOf(text: string | undefined, present: PlainDate | null, today: PlainDate): PlainDate | null | undefined {
  if (text === undefined) return present
  if (text === '') return null
  return readDate(text, today) ?? undefined
}

/** Undefined if the result was not written. */
function readResult(text: string | undefined): 'K' | 'BK' | null | undefined | 'unreadable' {
  const typed = text?.trim().toUpperCase()
  if (typed === undefined) return undefined
  if (typed === '') return null
  if (typed === 'K' || typed === 'KOMPETEN') return 'K'
  return typed === 'B' || typed === 'BK' || typed === 'BELUM KOMPETEN' ? 'BK' : 'unreadable'
}
