import type { ReactNode, RefObject } from 'react'
import type { RailGapKind } from '../rail/rail-day.ts'
import type { GridChange } from './grid-clipboard.ts'

export interface KeyGridCellColumn {
  key: string
  /** As it is said: "hari ke-9", "nilai praktik". */
  label: string
  head: ReactNode
  /** CSS width, '2.3125rem'; without one the column shares what is left. */
  width?: string
  /** Labels instead of a mark or a number: they stand at the left. */
  align?: 'start'
  /** One of these keys writes and steps down, in a grid of texts: 'KB'. */
  letters?: string
  /** Tints the whole column: today in kunyit, the chosen one in tinta. */
  tone?: 'today' | 'chosen'
}

/** A hatched column that runs through all rows and holds no cells. */
export interface KeyGridGapColumn {
  key: string
  gap: RailGapKind
  head: ReactNode
  width: string
}

export type KeyGridColumn = KeyGridCellColumn | KeyGridGapColumn

export interface KeyGridRow {
  key: string | number
  /** As it is said: the name. */
  label: string
  /** The name is struck through: no longer in the class. */
  struck?: boolean
  /** Not stored yet: tinted. */
  pending?: boolean
}

/** A column beside the cells: number and name before them, sums and hints after them. */
export interface KeyGridSideColumn<Row extends KeyGridRow> {
  key: string
  head: ReactNode
  width?: string
  align?: 'end'
  cell: (row: Row, index: number) => ReactNode
  /** The column that names the row. */
  names?: boolean
}

export interface KeyGridFace {
  face: ReactNode
  /** What copying gives, and what the editor begins with. */
  text: string
  /** As it is said: "Alpa", "71,40", "kosong". */
  spoken: string
  /** Why this cell cannot be written now: "Hari ke-11 belum berjalan". */
  locked?: string | undefined
}

export interface KeyGridWrite extends GridChange {
  rowKey: string | number
  columnKey: string
}

/**
 * 'letters': one key writes and steps down. 'text': typing opens an editor in the cell, Enter goes down, Tab right.
 */
export type KeyGridEntry = { kind: 'letters'; letters: string } | { kind: 'text'; inputMode?: 'decimal' | 'text' }

export type WriteHow = 'type' | 'clear' | 'paste' | 'fill'

/** What a page may do with the cursor: go to the next empty cell. */
export interface KeyGridHandle {
  place: () => { rowKey: string | number; columnKey: string } | null
  goTo: (rowKey: string | number, columnKey: string) => void
}

/** Somebody else wrote a cell meanwhile: what each of both wrote, and the ways out. */
export interface KeyGridQuestion {
  /** As the row is called, and the key of its column. */
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
  /**
   * All changes of one act together, so that one undo takes them back. `left` lists pasted values that found no cell
   * or a locked one: the page says which.
   */
  onWrite: (changes: readonly KeyGridWrite[], how: WriteHow, left: readonly string[]) => void
  onUndo?: () => void
  onRedo?: () => void
  /** F2 in a grid of letters: note, time, letter of the doctor. */
  onNote?: (row: Row, columnKey: string) => void
  /** F4: a picker for this cell, beside typing into it. */
  onPick?: (row: Row, columnKey: string) => void
  /** A row of sums below. */
  foot?: { label: string; value: (columnKey: string) => ReactNode }
  /** A press on the head of a column; whatever it does must also be reachable by keys. */
  onHead?: (columnKey: string) => void
  /** Column that has the cursor first: today's. */
  startColumn?: string
  rowHeight?: 25 | 31
  handle?: RefObject<KeyGridHandle | null>
  /** Cells whose value is not at the host yet: '<row key> <column key>'. */
  waiting?: ReadonlySet<string>
  /** Cells that ask; each shows its question while it has the focus. */
  asked?: readonly KeyGridQuestion[]
}

export function isGap(column: KeyGridColumn): column is KeyGridGapColumn {
  return 'gap' in column
}
