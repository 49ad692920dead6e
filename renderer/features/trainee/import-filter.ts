import type { ImportRow } from '../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../shared/features/trainee/name.ts'

/** Every word typed stands in the name, the NIK or what is said about the row. */
export function fitsRow(row: ImportRow, text: string): boolean {
  const where = foldName([row.name, row.nik, ...row.problems.map(problem => problem.message)].join(' '))
  return foldName(text)
    .split(' ')
    .every(word => where.includes(word))
}
