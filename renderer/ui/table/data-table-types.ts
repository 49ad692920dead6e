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
  /** What its head sorts by; plain words and figures need none, a date or an amount in words does. */
  sort?: (row: Row) => SortValue
  /** The column that names the row. */
  names?: boolean
}

/**
 * For a list of which the page holds only what is on screen: `rows` is as long as the list and has holes, which are drawn as waiting.
 * The order is then asked for instead of made here.
 */
export interface FarRows {
  /** What is on screen, so that it can be read. */
  onShown: (first: number, last: number) => void
  order: SortOrder | null
  onOrder: (order: SortOrder | null) => void
  /** Keys of rows from one to another, both with it, whether they are on the page or not. */
  keysBetween: (first: number, last: number) => Promise<readonly RowKey[]>
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
  /** group: a heading of those below; sum: stays at the foot while the others scroll. */
  rowTone?: (row: Row) => 'err' | 'warn' | 'done' | 'group' | 'sum' | undefined
  autoFocus?: boolean
  far?: FarRows
}
