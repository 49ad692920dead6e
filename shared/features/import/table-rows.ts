import { type Cell, cellText } from './cell.ts'
import { fieldOfTitle, type ImportField } from './import-field.ts'

/** A line of a sheet that holds something; `row` is the number that Excel shows. */
export type TableRow = { row: number; cells: readonly Cell[] }

/** Titles are looked for in the first lines: above them stand the names of the office and of the list. */
export const headerWithin = 40

export type Header = { row: number; titles: string[]; fields: (ImportField | null)[] }

/** The line whose titles match most fields, the first of equal ones; null when no line has even one. */
export function findHeader(rows: readonly TableRow[]): Header | null {
  let best: Header | null = null
  for (const row of rows) {
    if (row.row > headerWithin) break
    const header = headerOf(row)
    if (fieldsKnown(header) > fieldsKnown(best)) best = header
  }
  return best
}

/** A line read as titles. Of two columns for one field the first counts; a title that comes twice gets a number. */
export function headerOf({ row, cells }: TableRow): Header {
  const taken = new Set<string>()
  const titles = Array.from(cells, (cell, index) => {
    const text = cell === null || cell === undefined ? '' : cellText(cell)
    const title = text === '' ? `Kolom ${columnLetters(index)}` : text
    let unique = title
    for (let count = 2; taken.has(unique); count += 1) unique = `${title} (${count})`
    taken.add(unique)
    return unique
  })
  const fields = Array.from(cells, cell => (typeof cell === 'string' ? fieldOfTitle(cell) : null))
  return { row, titles, fields: fields.map((field, index) => (fields.indexOf(field) === index ? field : null)) }
}

/** How many fields are matched; NIK and name weigh more, because without them there is no list of people. */
export function fieldsKnown(header: Header | null): number {
  if (header === null) return 0
  return header.fields.reduce(
    (sum, field) => sum + (field === null ? 0 : field === 'nik' || field === 'name' ? 3 : 1),
    0,
  )
}

/** 0 → 'A', 25 → 'Z', 26 → 'AA'. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

/**
 * The lines below the titles that are about somebody. Left out are those in which no matched column holds anything, sums
 * ('JUMLAH', 'Total'), and the line of column numbers (1, 2, 3 …) that official forms have below their titles.
 */
export function peopleRows(
  rows: readonly TableRow[],
  headerRow: number,
  fields: readonly (ImportField | null)[],
): TableRow[] {
  const nikColumn = fields.indexOf('nik')
  return rows.filter(({ row, cells }) => {
    if (row <= headerRow) return false
    if (!cells.some((cell, index) => fields[index] && cell !== null && cellText(cell) !== '')) return false
    if (row <= headerRow + 2 && isColumnNumbers(cells)) return false
    return !isTotal(cells, nikColumn)
  })
}

function isTotal(cells: readonly Cell[], nikColumn: number): boolean {
  const nik = cellText(cells[nikColumn] ?? null)
  if (/\d{10}/.test(nik)) return false
  const first = cells.find(cell => cell !== null && cell !== undefined && cellText(cell) !== '') ?? null
  return /^(?:sub ?|grand ?)?(?:jumlah|total)\b/i.test(cellText(first))
}

function isColumnNumbers(cells: readonly Cell[]): boolean {
  const texts = cells
    .map(cell => (cell === null ? '' : cellText(cell)).replace(/[().]/g, ''))
    .filter(text => text !== '')
  return (
    texts.length >= 3 &&
    texts.every((text, index) => Number(text) === Number(texts[0]) + index && /^\d{1,2}$/.test(text))
  )
}
