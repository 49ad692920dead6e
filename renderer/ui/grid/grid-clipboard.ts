import type { GridCell, GridRange, GridSize } from './grid-selection.ts'

export interface GridChange extends GridCell {
  /** What was typed or pasted; empty clears the cell. */
  text: string
}

/** Tab-separated lines as Excel copies them; a value with a tab, a line break or a quote is quoted. */
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

/** Reads what Excel puts on the clipboard: tabs between, lines below, quotes around values with either inside. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let value = ''
  let inQuotes = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inQuotes) {
      if (sign !== '"') value += sign
      else if (text[at + 1] === '"') {
        value += '"'
        at += 1
      } else inQuotes = false
    } else if (sign === '"' && value === '') inQuotes = true
    else if (sign === '\t') {
      row.push(value)
      value = ''
    } else if (sign === '\n') {
      rows.push([...row, value])
      row = []
      value = ''
    } else if (sign !== '\r') value += sign
  }
  // Excel ends the last line too; that is not one more empty row.
  if (value !== '' || row.length > 0) rows.push([...row, value])
  return rows
}

interface PastedBlock {
  changes: GridChange[]
  /** Values that would lie outside of the grid: to be listed, never dropped in silence. */
  outside: string[]
}

/** Lays a block on the grid; a single value fills the whole selection, as Excel does. */
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

/** Ctrl D: the first row of the selection goes into the rows below it; with one row, the row above does. */
export function fillDown(range: GridRange, text: (cell: GridCell) => string): GridChange[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  if (source < 0) return []
  const changes: GridChange[] = []
  for (let row = source + 1; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1)
      changes.push({ row, column, text: text({ row: source, column }) })
  return changes
}
