/** A line of a list while it is typed; all cells empty means no line. */
export interface ListRow {
  key: number
  label: string
  cells: Readonly<Record<string, string>>
}

/** How one column reads what was typed or pasted: the text as it is kept, or why it is none. */
export type CellReader = (text: string) => { ok: true; text: string } | { ok: false; words: string }

export const plainCell: CellReader = text => ({ ok: true, text: text.replace(/\s+/g, ' ').trim() })

export interface CellWrite {
  rowKey: string | number
  columnKey: string
  text: string
}

/** Room below what is filled in, so that a list pasted from Excel finds its place. */
const spare = 20

/** Filled lines with empty ones behind them, at most `most`. */
export function withSpareRows(cells: readonly ListRow['cells'][], most: number): ListRow[] {
  const last = cells.findLastIndex(isFilled)
  const count = Math.min(most, Math.max(cells.length, last + 1 + spare))
  return Array.from({ length: count }, (_, index) => ({
    key: index + 1,
    label: `baris ${index + 1}`,
    cells: cells[index] ?? {},
  }))
}

/** The lines after some cells were written. A cell that cannot be read stays as it was, and is named in `left`. */
export function writeCells(
  rows: readonly ListRow[],
  changes: readonly CellWrite[],
  readers: Readonly<Record<string, CellReader>>,
  most: number,
): { rows: ListRow[]; left: string[] } {
  const next = rows.map(row => ({ ...row.cells }) as Record<string, string>)
  const left: string[] = []
  for (const { rowKey, columnKey, text } of changes) {
    const cells = next[Number(rowKey) - 1]
    const reader = readers[columnKey]
    if (!cells || !reader) continue
    const read = text.trim() === '' ? { ok: true as const, text: '' } : reader(text)
    if (read.ok) cells[columnKey] = read.text
    else left.push(`${read.words} (baris ${rowKey})`)
  }
  return { rows: withSpareRows(next, most), left }
}

function isFilled(cells: ListRow['cells']): boolean {
  return Object.values(cells).some(text => text !== '')
}

/** Numbers of lines that have something in them, but not what names them. */
export function unnamedRows(rows: readonly ListRow[], column: string): number[] {
  return rows.filter(({ cells }) => isFilled(cells) && (cells[column] ?? '') === '').map(row => row.key)
}
