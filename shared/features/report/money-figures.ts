import { seesMoney } from '../access/access-matrix.ts'
import type { Role } from '../access/roles.ts'
import { type MeasureKey, measures } from './measure.ts'
import { isReportKey, officialReports } from './official.ts'

type Reader = { readonly roles: readonly Role[] } | null

/** Whether a person may read an official report, including settled ones. */
export function mayRead(person: Reader, key: string): boolean {
  return seesMoney(person) || !isReportKey(key) || officialReports[key].money !== true
}

/** Whether a person may use a measure. */
export function mayCount(person: Reader, measure: MeasureKey): boolean {
  return seesMoney(person) || measures[measure].unit !== 'Rp'
}
