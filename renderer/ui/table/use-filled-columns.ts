import { isValidElement, type ReactNode, useState } from 'react'
import { type DataColumn, type DataTableProps, keyOf } from './data-table-types.ts'

/** A longer list is not searched for columns without a value. */
const most = 500

/**
 * Columns with a value in at least one row, and those without any. A column that has had a value stays, so that no column
 * disappears while somebody types into a filter.
 */
export function useFilledColumns<Row>({ columns, rows, far }: DataTableProps<Row>) {
  const [filled] = useState(() => new Set<string>())
  for (const column of columns) {
    const key = keyOf(column)
    const { names, cell } = column
    if (filled.has(key)) continue
    if (names || far || rows.length > most || rows.some(row => !isBlank(cell(row)))) filled.add(key)
  }
  return {
    filled: columns.filter(column => filled.has(keyOf(column))),
    empty: columns.filter((column): column is DataColumn<Row> => !filled.has(keyOf(column))),
  }
}

/** True for a cell that shows nothing or '–', also inside other elements; a control or mark without words is a value. */
function isBlank(cell: ReactNode): boolean {
  if (cell === null || cell === undefined || typeof cell === 'boolean' || cell === '' || cell === '–') return true
  if (Array.isArray(cell)) return cell.every(isBlank)
  if (!isValidElement<{ text?: unknown; children?: ReactNode }>(cell)) return false
  const { text, children } = cell.props
  if (typeof text === 'string') return isBlank(text)
  return children !== undefined && isBlank(children)
}
