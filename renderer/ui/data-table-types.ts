import type { ReactNode } from 'react'
import type { SortOrder, SortValue } from './sort-rows.ts'

export type RowKey = string | number

export interface DataColumn<Row> {
  key: string
  head: string
  /** CSS width, '8rem'; without one the column shares what is left. */
  width?: string
  align?: 'end'
  cell: (row: Row) => ReactNode
  /** With it the head sorts. */
  sort?: (row: Row) => SortValue
  /** The column that names the row. */
  names?: boolean
}

export interface DataTableProps<Row> {
  /** For screen readers: "26 angkatan". */
  label: string
  rows: readonly Row[]
  columns: readonly DataColumn<Row>[]
  rowKey: (row: Row) => RowKey
  /** As the row is said: the name. */
  rowLabel: (row: Row) => string
  /** Enter, or a click on the row. */
  onOpen?: (row: Row) => void
  /** With both, a column of boxes: Space, Shift ↓, Shift and click. */
  selected?: ReadonlySet<RowKey>
  onSelect?: (keys: ReadonlySet<RowKey>) => void
  /** The row whose details stand beside the table. */
  current?: RowKey | null
  onCurrent?: (row: Row) => void
  order?: SortOrder | null
  /** Instead of the rows when there are none. */
  empty: ReactNode
  /** Height of a row in rem; 31 px by default. Rows past 200 are virtual, so all must be equally high. */
  rowHeight?: number
  rowTone?: (row: Row) => 'err' | 'warn' | 'done' | undefined
  autoFocus?: boolean
}
