/** A line of a list as typed; an empty one is ignored. */
export interface ListRow {
  key: number
  label: string
  cells: Readonly<Record<string, string>>
}

/** Parses the text of a cell: the text to store, or the error. */
export type CellReader = (text: string) => { ok: true; text: string } | { ok: false; words: string }

export const plainCell: CellReader = text => ({ ok: true, text: text.replace(/\s+/g, ' ').trim() })

export interface CellWrite {
  rowKey: string | number
  columnKey: string
  text: string
}

/** Empty lines below, so that a list from Excel can be pasted. */
const spare = 20

/** Filled lines followed by empty ones, at most `most`. */
export function withSpareRows(cells: readonly ListRow['cells'][], most: number): ListRow[] {
  const last = cells.findLastIndex(isFilled)
  const count = Math.min(most, Math.max(cells.length, last + 1 + spare))
  return Array.from({ length: count }, (_, index) => ({
    key: index + 1,
    label: `baris ${index + 1}`,
    cells: cells[index] ?? {},
  }))
}

/** The lines after cells were written. A cell that cannot be read stays unchanged and is listed in `rejected`. */
export function writeCells(
  rows: readonly ListRow[],
  changes: readonly CellWrite[],
  readers: Readonly<Record<string, CellReader>>,
  most: number,
): { rows: ListRow[]; rejected: string[] } {
  const next = rows.map(row => ({ ...row.cells }) as Record<string, string>)
  const rejected: string[] = []
  for (const { rowKey, columnKey, text } of changes) {
    const cells = next[Number(rowKey) - 1]
    const reader = readers[columnKey]
    if (!cells || !reader) continue
    const read = text.trim() === '' ? { ok: true as const, text: '' } : reader(text)
    if (read.ok) cells[columnKey] = read.text
    else rejected.push(`${read.words} (baris ${rowKey})`)
  }
  return { rows: withSpareRows(next, most), rejected }
}

function isFilled(cells: ListRow['cells']): boolean {
  return Object.values(cells).some(text => text !== '')
}

/** Numbers of lines with text, but without a name. */
export function unnamedRows(rows: readonly ListRow[], column: string): number[] {
  return rows.filter(({ cells }) => isFilled(cells) && (cells[column] ?? '') === '').map(row => row.key)
}
