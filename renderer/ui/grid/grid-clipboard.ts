import Papa from 'papaparse'
import type { ClipboardEvent } from 'react'
import { toast } from '../feedback/toast.ts'
import type { GridCell, GridRange, GridSize } from './grid-selection.ts'

export interface GridChange extends GridCell {
  /** Typed or pasted text; '' clears the cell. */
  text: string
}

/** Tab-separated lines as Excel copies them; values with a tab, line break or quote are quoted. */
export function toTsv(range: GridRange, text: (cell: GridCell) => string): string {
  const lines: string[] = []
  for (let row = range.top; row <= range.bottom; row += 1) {
    const values: string[] = []
    for (let column = range.left; column <= range.right; column += 1) values.push(quoted(text({ row, column })))
    lines.push(values.join('\t'))
  }
  return lines.join('\r\n')
}

function quoted(value: string): string {
  return /[\t\n\r"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

/** Parses the clipboard of Excel: tab-separated lines, with quotes around values that contain a tab, line break or quote. */
export function fromTsv(text: string): string[][] {
  // Excel also ends the last line with a line break, which is not an empty row.
  return text === '' ? [] : Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data
}

interface PastedBlock {
  changes: GridChange[]
  /** Values outside of the grid, which must be reported and not dropped silently. */
  outside: string[]
}

/** Places a pasted block; a single value fills the whole selection, as in Excel. */
export function placeBlock(block: readonly (readonly string[])[], range: GridRange, size: GridSize): PastedBlock {
  const single = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
  if (single !== undefined) {
    const changes: GridChange[] = []
    for (let row = range.top; row <= range.bottom; row += 1)
      for (let column = range.left; column <= range.right; column += 1)
        changes.push({ row, column, text: single.trim() })
    return { changes, outside: [] }
  }
  const placed: PastedBlock = { changes: [], outside: [] }
  block.forEach((values, down) => {
    values.forEach((value, right) => {
      const cell = { row: range.top + down, column: range.left + right }
      const text = value.trim()
      if (cell.row < size.rows && cell.column < size.columns) placed.changes.push({ ...cell, text })
      else if (text !== '') placed.outside.push(text)
    })
  })
  return placed
}

/** Ctrl D: copies the first row of the selection down; with a single row, the row above. */
export function fillDown(range: GridRange, text: (cell: GridCell) => string): GridChange[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  if (source < 0) return []
  const changes: GridChange[] = []
  for (let row = source + 1; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1)
      changes.push({ row, column, text: text({ row: source, column }) })
  return changes
}

interface ClipboardOptions {
  range: GridRange
  size: GridSize
  textOf: (cell: GridCell) => string
  write: (changes: readonly GridChange[], how: 'paste', outside: readonly string[]) => unknown
  clear: () => unknown
  /** The whole table with names and heads, for Word and Excel; a grid accepts the plain text back. */
  wholeTable: () => string | null
  /** An editor is open and handles the clipboard itself. */
  closed: boolean
}

/** Copy, cut and paste of a grid. */
export function gridClipboard({ range, size, textOf, write, clear, wholeTable, closed }: ClipboardOptions) {
  function onCopy(event: ClipboardEvent) {
    if (closed) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', toTsv(range, textOf))
    const whole = range.bottom - range.top + 1 === size.rows && range.right - range.left + 1 === size.columns
    const html = whole ? wholeTable() : undefined
    if (!html) return
    event.clipboardData.setData('text/html', html)
    toast('Seluruh lembar disalin dengan nama dan kepalanya. Tempel di Word atau Excel.')
  }
  return {
    onCopy,
    onCut(event: ClipboardEvent) {
      onCopy(event)
      if (!closed) clear()
    },
    onPaste(event: ClipboardEvent) {
      if (closed) return
      event.preventDefault()
      const block = fromTsv(event.clipboardData.getData('text/plain'))
      if (block.length === 0) return
      const placed = placeBlock(block, range, size)
      write(placed.changes, 'paste', placed.outside)
    },
  }
}
