export interface GridCell {
  row: number
  column: number
}

/** Includes both corners. */
export interface GridRange {
  top: number
  bottom: number
  left: number
  right: number
}

export interface GridSize {
  rows: number
  columns: number
}

/** The rectangle between the start of the selection and the cursor. */
export function rangeOf(anchor: GridCell, active: GridCell): GridRange {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  }
}

export function isInRange(range: GridRange, cell: GridCell): boolean {
  return cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right
}

export function cellsOf(range: GridRange): GridCell[] {
  const cells: GridCell[] = []
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) cells.push({ row, column })
  return cells
}

/** The cell that a movement key leads to, inside the grid; null for other keys. */
export function moveCell(from: GridCell, key: string, size: GridSize, jump: boolean): GridCell | null {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const target = {
    ArrowUp: { row: jump ? 0 : from.row - 1, column: from.column },
    ArrowDown: { row: jump ? last.row : from.row + 1, column: from.column },
    ArrowLeft: { row: from.row, column: jump ? 0 : from.column - 1 },
    ArrowRight: { row: from.row, column: jump ? last.column : from.column + 1 },
    Home: { row: jump ? 0 : from.row, column: 0 },
    End: { row: jump ? last.row : from.row, column: last.column },
    PageUp: { row: from.row - 10, column: from.column },
    PageDown: { row: from.row + 10, column: from.column },
  }[key]
  if (!target) return null
  return clampCell(target, size)
}

export function clampCell(cell: GridCell, size: GridSize): GridCell {
  return {
    row: Math.max(0, Math.min(size.rows - 1, cell.row)),
    column: Math.max(0, Math.min(size.columns - 1, cell.column)),
  }
}

/** The cell after Enter (down) or Tab (right), wrapping at the end of a column or row; null at the end of the grid, so that Tab can leave it. */
export function nextCell(from: GridCell, by: 'down' | 'up' | 'right' | 'left', size: GridSize): GridCell | null {
  const step = by === 'down' || by === 'right' ? 1 : -1
  if (by === 'down' || by === 'up') {
    const row = from.row + step
    return row < 0 || row >= size.rows ? null : { row, column: from.column }
  }
  const column = from.column + step
  if (column >= 0 && column < size.columns) return { row: from.row, column }
  const row = from.row + step
  return row < 0 || row >= size.rows ? null : { row, column: step > 0 ? 0 : size.columns - 1 }
}
