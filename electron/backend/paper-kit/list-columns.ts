import type { Cell, Column, Row, Table } from '../pdf/table/table.ts'
import { blankRows, placesOnForm } from './form-rows.ts'
import type { ListPaper } from './list-paper.ts'

/** A column with its cell for a row; without `cell` it is filled in by hand. */
export type ListColumn<Item> = Column & { cell?: (item: Item, index: number) => string | Cell }

type ListRows = Partial<Omit<Table, 'columns'>> & {
  height: number
  /** Number and height of empty rows when there are no items; by default as on a form. */
  blanks?: number
  blankHeight?: number
  /** After the rows of the items. */
  last?: readonly Row[]
}

/** A table with a row for each item. */
export function listOf<Item>(
  items: readonly Item[],
  { height, blanks = placesOnForm, blankHeight = height, last = [], headHeight = 7.2, ...table }: ListRows,
  columns: (usable: number) => readonly ListColumn<Item>[],
): Pick<ListPaper, 'table' | 'rows'> {
  return {
    table: usable => ({ ...table, columns: columns(usable), headHeight }),
    rows: usable => {
      if (items.length === 0) return [...blankRows(blanks, blankHeight), ...last]
      const all = columns(usable)
      const filled = all.slice(0, all.findLastIndex(column => column.cell) + 1)
      const rows = items.map((item, index) => ({
        height,
        cells: filled.map(({ cell }) => cell?.(item, index) ?? ''),
      }))
      return [...rows, ...last]
    },
  }
}

/** Position in the list, from 1. */
export function numberColumn(width: number) {
  return {
    title: 'No.',
    width,
    align: 'center' as const,
    cell: (_item: unknown, index: number) => String(index + 1),
  }
}
