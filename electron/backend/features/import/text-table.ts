import Papa from 'papaparse'
import { rowsAllowed } from '../../../../shared/features/import/contract.ts'
import { fieldsKnown, findHeader, type TableRow } from '../../../../shared/features/import/table-rows.ts'
import { assertCellLength, mostCells, tooLarge } from './workbook-parts.ts'

const separators = [';', ',', '\t', '|']

/**
 * Lines of a CSV file or of Excel's "Unicode text": UTF-8, UTF-16 or Windows-1252, any separator. Null if the bytes are not text.
 * @throws DomainError workbook_too_large, cell_too_long
 */
export function readTextTable(bytes: Uint8Array): TableRow[] | null {
  const text = decode(bytes)
  if (text === null || text.trim() === '' || /^\s*[<{]/.test(text)) return null
  // Excel's own line for an unusual separator, which it does not show as a row.
  const stated = /^sep=(.)\r?\n/i.exec(text)
  const separator = stated?.[1] ?? likeliest(text)
  if (separator === null) return null
  const rows = parse(stated ? text.slice(stated[0].length) : text, separator, 0)
  for (const { row, cells } of rows) for (const cell of cells) if (typeof cell === 'string') assertCellLength(cell, row)
  if (rows.length > rowsAllowed + 100 || rows.reduce((sum, { cells }) => sum + cells.length, 0) > mostCells)
    throw tooLarge()
  return rows
}

/** The separator with which the titles match most fields; if equal, the one with more cells. */
function likeliest(text: string): string | null {
  let best: string | null = null
  let most = 0
  for (const separator of separators) {
    const head = parse(text, separator, 60)
    const widest = Math.max(...head.map(row => row.cells.length), 0)
    const score = fieldsKnown(findHeader(head)) * 1000 + widest
    if (widest > 1 && score > most) {
      best = separator
      most = score
    }
  }
  return best
}

/** Row numbers as in Excel: a cell of several lines is one row. */
function parse(text: string, delimiter: string, preview: number): TableRow[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })
  return data
    .map((cells, index) => ({ row: index + 1, cells: cells.map(cellOf) }))
    .filter(({ cells }) => cells.some(cell => cell !== null))
}

/** ="3671…" is used by some programs to prevent conversion to a number. */
function cellOf(text: string): string | null {
  const bare = /^="(.*)"$/.exec(text)?.[1] ?? text
  return bare.trim() === '' ? null : bare
}

function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Text with one byte a character contains no zero bytes.
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
