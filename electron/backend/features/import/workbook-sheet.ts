import type { Cell } from '../../../../shared/features/import/cell.ts'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { rowsAllowed } from '../../../../shared/features/import/contract.ts'
import { dateOfExcelDay } from '../../../../shared/features/import/read-birth-date.ts'
import type { TableRow } from '../../../../shared/features/import/table-rows.ts'
import type { Work } from '../../running-work.ts'
import { readXml } from './read-xml.ts'
import { assertCellLength, mostCells, tooLarge, unescaped, type WorkbookParts } from './workbook-parts.ts'
import type { ZipParts } from './zip-parts.ts'

/** No list of people has more columns; a stray cell far to the right must not make every row as wide. */
const mostColumns = 500

/** Non-empty lines of a sheet, up to a limit. For formulas the stored value is used. @throws DomainError workbook_too_large */
export async function readSheet(
  zip: ZipParts,
  path: string,
  parts: WorkbookParts,
  work: Work<ImportProgress>,
  untilRow = Number.POSITIVE_INFINITY,
): Promise<TableRow[]> {
  const rows: TableRow[] = []
  let row = 0
  let column = -1
  let cells: Cell[] = []
  let type = 'n'
  let style = 0
  let text: string | null = null
  let listening = false
  let full = false
  let count = 0

  const handler = {
    open(name: string, attributes: () => Record<string, string>) {
      if (name === 'c') {
        const { r, t, s } = attributes()
        column = r === undefined ? column + 1 : columnOf(r)
        type = t ?? 'n'
        style = s === undefined ? 0 : Number(s)
        text = null
      } else if (name === 'v' || name === 't') {
        listening = true
        text ??= ''
      } else if (name === 'row') {
        const { r } = attributes()
        row = r === undefined ? row + 1 : Number(r)
        column = -1
        cells = []
      }
    },
    text(piece: string) {
      if (!listening || text === null) return
      text += piece
      assertCellLength(text, row)
    },
    close(name: string) {
      if (name === 'v' || name === 't') listening = false
      else if (name === 'c' && text !== null && column < mostColumns) {
        const cell = cellOf(type, style, text, parts)
        if (cell !== null) {
          while (cells.length < column) cells.push(null)
          cells[column] = cell
          count += 1
        }
      } else if (name === 'row' && cells.length > 0) {
        if (row > untilRow) full = true
        else rows.push({ row, cells })
        work.progress = { done: rows.length, total: null }
      }
    },
    done() {
      if (rows.length > rowsAllowed + 100 || count > mostCells) throw tooLarge()
      return full
    },
  }
  await readXml(await zip.open(path), handler, work)
  return rows
}

/** 'C12' → 2. */
function columnOf(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

function cellOf(type: string, style: number, text: string, parts: WorkbookParts): Cell {
  if (type === 's') return parts.strings[Number(text)] || null
  if (type === 'str' || type === 'inlineStr' || type === 'e') return unescaped(text) || null
  if (type === 'b') return text === '1'
  const digits = text.trim()
  if (digits === '') return null
  if (type === 'd') return { date: digits.slice(0, 10) }
  return parts.dateStyles[style] ? { date: dateOfExcelDay(Number(digits), parts.from1904) ?? '' } : { digits }
}
