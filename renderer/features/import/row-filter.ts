import {
  type ImportAnswer,
  type ImportRow,
  type ImportStatus,
  mustDecide,
} from '../../../shared/features/import/import-row.ts'
import { foldName } from '../../../shared/features/trainee/name/name.ts'

export type RowFilter = 'decide' | 'all' | ImportStatus

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
