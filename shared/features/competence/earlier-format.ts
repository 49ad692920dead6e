import type { EarlierTest } from './contract.ts'
import { dateText } from './date-text.ts'

/** 'BK 08/01/2025' of every earlier test, the latest first. */
export function formatEarlier(tests: readonly EarlierTest[]): string {
  return tests.map(({ result, testedOn, number }) => [result, dateText(testedOn), number].join(' ').trim()).join(', ')
}
