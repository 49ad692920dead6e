import type { ReactNode, RefObject } from 'react'
import type { RailGapKind } from '../rail/rail-day.ts'
import type { GridChange } from './grid-clipboard.ts'

export interface KeyGridCellColumn {
  key: string
  /** Spoken name: "hari ke-9", "nilai praktik". */
  label: string
  head: ReactNode
  /** CSS width, '2.3125rem'; without it the column shares the remaining width. */
  width?: string
  /** Left-aligned, for text columns. */
  align?: 'start'
  /** In a grid of texts: keys that write at once and move down, 'KB'. */
  letters?: string
  /** Colour of the column: today in kunyit, the chosen one in tinta. */
  tone?: 'today' | 'chosen'
}

/** A hatched column over all rows, without cells. */
export interface KeyGridGapColumn {
  key: string
  gap: RailGapKind
  head: ReactNode
  width: string
}

export type KeyGridColumn = KeyGridCellColumn | KeyGridGapColumn

export interface KeyGridRow {
  key: string | number
  /** Spoken name of the row. */
  label: string
  /** Name struck through: no longer in the class. */
  struck?: boolean
  /** Not stored yet: tinted. */
  pending?: boolean
}

/** A column beside the cells: number and name before, totals and hints after. */
export interface KeyGridSideColumn<Row extends KeyGridRow> {
  key: string
  head: ReactNode
  width?: string
  align?: 'end'
  cell: (row: Row, index: number) => ReactNode
  /** The column with the name of the row. */
  names?: boolean
  /** Left out in a small window. */
  spare?: true
}

export interface KeyGridFace {
  face: ReactNode
  /** Text for copying and for the editor. */
  text: string
  /** Spoken value: "Alpa", "71,40", "kosong". */
  spoken: string
  /** Why the cell is read-only: "Hari ke-11 belum berjalan". */
  locked?: string | undefined
}

export interface KeyGridWrite extends GridChange {
  rowKey: string | number
  columnKey: string
}

/** 'letters': one key writes and moves down. 'text': typing opens an editor; Enter moves down, Tab right. */
export type KeyGridEntry = { kind: 'letters'; letters: string } | { kind: 'text'; inputMode?: 'decimal' | 'text' }

export type WriteHow = 'type' | 'clear' | 'paste' | 'fill'

/** Lets a page move the cursor, for example to the next empty cell. */
export interface KeyGridHandle {
  place: () => { rowKey: string | number; columnKey: string } | null
  goTo: (rowKey: string | number, columnKey: string) => void
}

/** Two people changed the same cell: both values, and the choices. */
export interface KeyGridQuestion {
  /** Name of the row, and key of the column. */
  row: string
  column: string
  words: string
  choices: readonly { label: string; spoken: string; run: () => void }[]
}

export interface KeyGridProps<Row extends KeyGridRow> {
  label: string
  rows: readonly Row[]
  columns: readonly KeyGridColumn[]
  before: readonly KeyGridSideColumn<Row>[]
  after?: readonly KeyGridSideColumn<Row>[]
  cell: (row: Row, columnKey: string) => KeyGridFace
  entry: KeyGridEntry
  /** All changes of one act, so that one undo reverts them. `left`: pasted values without a cell or for a locked one, which the page must report. */
  onWrite: (changes: readonly KeyGridWrite[], how: WriteHow, rejected: readonly string[]) => void
  onUndo?: () => void
  onRedo?: () => void
  /** F2 in a grid of letters: details of a mark. */
  onNote?: (row: Row, columnKey: string) => void
  /** F4: opens a picker for the cell, as an alternative to typing. */
  onPick?: (row: Row, columnKey: string) => void
  /** A row of totals at the bottom. */
  foot?: { label: string; value: (columnKey: string) => ReactNode }
  /** A press on the head of a column; its effect must also be reachable by keys. */
  onHead?: (columnKey: string) => void
  /** Column where the cursor starts. */
  startColumn?: string
  rowHeight?: 25 | 31
  handle?: RefObject<KeyGridHandle | null>
  /** Cells whose value has not reached the host: '<row key> <column key>'. */
  waiting?: ReadonlySet<string>
  /** Cells with a question, shown while the cell has the focus. */
  questions?: readonly KeyGridQuestion[]
}

export function isGap(column: KeyGridColumn): column is KeyGridGapColumn {
  return 'gap' in column
}
