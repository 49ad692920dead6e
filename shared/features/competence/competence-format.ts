import type { PlainDate } from '../../kernel/plain-date.ts'
import type { EarlierTest } from './contract.ts'

/** '09/01/2025', as in the lists of an LSP; '' for none. */
export function dateText(date: PlainDate | null): string {
  return date === null ? '' : date.split('-').toReversed().join('/')
}

/** 'BK 08/01/2025' for each earlier test, latest first. */
export function formatEarlier(tests: readonly EarlierTest[]): string {
  return tests.map(({ result, testedOn, number }) => [result, dateText(testedOn), number].join(' ').trim()).join(', ')
}
