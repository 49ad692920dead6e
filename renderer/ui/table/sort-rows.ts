export type SortValue = string | number | null

export interface SortOrder {
  column: string
  descending: boolean
}

const words = new Intl.Collator('id', { numeric: true, sensitivity: 'base' })

/** Sort value of a column: its own, or the text of its cells if that is plain; undefined where cells are controls or marks. */
export function sortValueOf<Row>(
  { sort, cell }: { sort?: (row: Row) => SortValue; cell: (row: Row) => unknown },
  rows: readonly Row[],
): ((row: Row) => SortValue) | undefined {
  if (sort) return sort
  return rows.slice(0, 20).some(row => plain(cell(row)) !== null) ? row => plain(cell(row)) : undefined
}

/** '–' means empty. */
function plain(value: unknown): SortValue {
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && value !== '–') ? value : null
}

/** A sorted copy; rows without a value are last in either direction, equal ones keep their order. */
export function sortRows<Row>(rows: readonly Row[], value: (row: Row) => SortValue, descending: boolean): Row[] {
  const sign = descending ? -1 : 1
  return rows
    .map(row => ({ row, value: value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0)
      if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value)
      return sign * words.compare(String(a.value), String(b.value))
    })
    .map(entry => entry.row)
}

/** First press ascending, second descending, third the original order. */
export function nextOrder(order: SortOrder | null, column: string): SortOrder | null {
  if (order?.column !== column) return { column, descending: false }
  return order.descending ? null : { column, descending: true }
}
