import {
  type ImportAnswer,
  type ImportRow,
  type ImportStatus,
  mustDecide,
} from '../../../shared/features/import/import-row.ts'
import { foldName } from '../../../shared/features/trainee/name/name.ts'

export type RowFilter = 'decide' | 'all' | ImportStatus

/** True if typing the NIK from the KTP would help, or to correct a typed one. */
export function takesNik({ status, problems, repaired }: Pick<ImportRow, 'status' | 'problems' | 'repaired'>): boolean {
  return repaired || (status === 'reject' && problems.some(problem => problem.field === 'nik'))
}

/** The next filter that still has rows waiting, else the present one. */
export function filterAfter(filter: RowFilter, rows: readonly ImportRow[]): RowFilter {
  const at = filterOrder.indexOf(filter)
  const next = [...filterOrder.slice(at + 1), ...filterOrder.slice(0, at)].find(
    one => filterRows(rows, one, '', false).length > 0,
  )
  return next ?? filter
}

const filterOrder: readonly RowFilter[] = ['decide', 'reject', 'all']

/** Rows of a filter; decided rows stay in theirs. */
export function filterRows(
  rows: readonly ImportRow[],
  filter: RowFilter,
  text: string,
  withoutDamaged: boolean,
): ImportRow[] {
  const words = foldName(text).split(' ').filter(Boolean)
  return rows.filter(row => {
    if (filter === 'decide' ? !mustDecide(row) : filter !== 'all' && row.status !== filter) return false
    if (filter === 'all' && withoutDamaged && row.damage !== null) return false
    if (words.length === 0) return true
    const where = foldName(`${row.name} ${row.nik} ${row.note} ${row.row}`)
    return words.every(word => where.includes(word))
  })
}

export function undecided(rows: readonly ImportRow[], answers: ReadonlyMap<number, ImportAnswer>): ImportRow[] {
  return rows.filter(row => mustDecide(row) && !answers.has(row.row))
}

/** The next undecided row, after this one or from the start; this one if there is none. */
export function nextUndecided(
  rows: readonly ImportRow[],
  answers: ReadonlyMap<number, ImportAnswer>,
  after: number,
): number {
  const waiting = undecided(rows, answers)
  return (waiting.find(row => row.row > after) ?? waiting[0])?.row ?? after
}
