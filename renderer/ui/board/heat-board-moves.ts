export interface BoardCell {
  row: number
  column: number
}

/** Rows and columns include the totals at their ends; groups are numbers of columns, without the totals. */
interface BoardSize {
  rows: number
  groups: readonly number[]
}

interface BoardKey {
  key: string
  ctrl: boolean
}

/** The cell that a key leads to, never outside; null for other keys. */
export function moveOnBoard({ row, column }: BoardCell, { key, ctrl }: BoardKey, size: BoardSize): BoardCell | null {
  const starts = groupStarts(size.groups)
  const last = { row: size.rows - 1, column: starts.at(-1) ?? 0 }
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : Math.max(0, row - 1), column }
    case 'ArrowDown':
      return { row: ctrl ? last.row : Math.min(last.row, row + 1), column }
    case 'ArrowRight':
      return {
        row,
        column: ctrl ? (starts.find(start => start > column) ?? last.column) : Math.min(last.column, column + 1),
      }
    case 'ArrowLeft':
      return { row, column: ctrl ? (starts.findLast(start => start < column) ?? 0) : Math.max(0, column - 1) }
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrl ? last.row : row, column: last.column }
    default:
      return null
  }
}

/** Index of the first column of each group, then that of the totals: [2, 3] → [0, 2, 5]. */
export function groupStarts(groups: readonly number[]): number[] {
  const starts = [0]
  for (const columns of groups) starts.push((starts.at(-1) ?? 0) + columns)
  return [...new Set(starts)]
}
