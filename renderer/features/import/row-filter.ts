import {
  type ImportAnswer,
  type ImportRow,
  type ImportStatus,
  mustDecide,
} from '../../../shared/features/import/import-row.ts'
import { foldName } from '../../../shared/features/trainee/name/name.ts'

export type RowFilter = 'decide' | 'all' | ImportStatus

/** A NIK typed from the KTP would help it, or one that was typed may be typed again. */
export function takesNik({ status, problems, repaired }: Pick<ImportRow, 'status' | 'problems' | 'repaired'>): boolean {
  return repaired || (status === 'reject' && problems.some(problem => problem.field === 'nik'))
}

/** The next of what waits for somebody and of all rows, where there is one. */
export function filterAfter(filter: RowFilter, rows: readonly ImportRow[]): RowFilter {
  const at = filterOrder.indexOf(filter)
  const next = [...filterOrder.slice(at + 1), ...filterOrder.slice(0, at)].find(
    one => filterRows(rows, one, '', false).length > 0,
  )
  return next ?? filter
}

const filterOrder: readonly RowFilter[] = ['decide', 'reject', 'all']

/** Rows of a filter; those to be decided stay in theirs after the decision. */
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

/** The next row that still waits, after this one or from the beginning; this one when none does. */
export function nextUndecided(
  rows: readonly ImportRow[],
  answers: ReadonlyMap<number, ImportAnswer>,
  after: number,
): number {
  const waiting = undecided(rows, answers)
  return (waiting.find(row => row.row > after) ?? waiting[0])?.row ?? after
}
