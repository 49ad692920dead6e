import type { ReactNode } from 'react'
import type { SortOrder, SortValue } from './sort-rows.ts'

export type RowKey = string | number

export interface DataColumn<Row> {
  /** Where an order or a choice names the column; elsewhere its head does. */
  key?: string
  head: string
  /** CSS width, '8rem'; without it the column shares the remaining width. */
  width?: string
  align?: 'end'
  cell: (row: Row) => ReactNode
  /** Sort value of a row. Not needed for plain text and numbers, but for formatted dates and amounts. */
  sort?: (row: Row) => SortValue
  /** The column that names the row. */
  names?: boolean
  /** Left out in a small window, where all of them would scroll sideways; the foot of the list says so. */
  spare?: boolean
}

export function keyOf({ key, head }: { key?: string; head: string }): string {
  return key ?? head
}

/** For a list that is only partly read: `rows` is sparse, and missing rows are drawn as waiting. The backend then sorts, not the table. */
export interface FarRows {
  /** Called with the rows on screen, so that they can be read. */
  onShown: (first: number, last: number) => void
  order: SortOrder | null
  onOrder: (order: SortOrder | null) => void
  /** Keys of the rows from one to another, both included, also of rows not read yet. */
  keysBetween: (first: number, last: number) => Promise<readonly RowKey[]>
}

export interface DataTableProps<Row> {
  /** For screen readers: "26 angkatan". */
  label: string
  rows: readonly Row[]
  columns: readonly DataColumn<Row>[]
  rowKey: (row: Row) => RowKey
  /** Name of a row for screen readers. */
  rowLabel: (row: Row) => string
  /** Called by Enter or a click on the row. */
  onOpen?: (row: Row) => void
  /** With both, a column of checkboxes: Space, Shift ↓, Shift and click. */
  selected?: ReadonlySet<RowKey>
  onSelect?: (keys: ReadonlySet<RowKey>) => void
  /** The row whose details are shown beside the table. */
  current?: RowKey | null
  onCurrent?: (row: Row) => void
  /** A strip under the current row, for a short list: what to do about it. */
  below?: (row: Row) => ReactNode
  order?: SortOrder | null
  /** Shown when there are no rows. */
  empty: ReactNode
  /** Row height in rem; 31 px by default. Over 200 rows are virtual, so all must have the same height. */
  rowHeight?: number
  /** group: a heading of the rows below; sum: sticky at the bottom. */
  rowTone?: (row: Row) => 'err' | 'warn' | 'done' | 'group' | 'sum' | undefined
  autoFocus?: boolean
  far?: FarRows
}
