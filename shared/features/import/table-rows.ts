import { type Cell, cellText } from './cell.ts'
import { dividedFields } from './divided-titles.ts'
import { fieldOfTitle, type ImportField } from './import-field.ts'

/** A non-empty line of a sheet; `row` is its Excel row. */
export type TableRow = { row: number; cells: readonly Cell[] }

/** Number of first lines searched for titles; above them are names of the office and the list. */
export const headerWithin = 40

/** `last`: the line below `row` if titles take two lines, else `row`. */
export type Header = { row: number; last: number; titles: string[]; fields: (ImportField | null)[] }

/** The line whose titles match most fields, the first if equal; null if none matches. */
export function findHeader(rows: readonly TableRow[]): Header | null {
  let best: Header | null = null
  for (const [index, row] of rows.entries()) {
    if (row.row > headerWithin) break
    const header = headerOf(row, rows[index + 1])
    if (fieldsKnown(header) > fieldsKnown(best)) best = header
  }
  return best
}

/**
 * A line as titles, with the line below if it splits some: 'Alamat' over 'Jalan', 'RT', 'RW'. Of two columns for one field the first is used;
 * repeated titles get a number.
 */
export function headerOf({ row, cells }: TableRow, next?: TableRow): Header {
  const above = Array.from(cells, cell => (typeof cell === 'string' ? fieldOfTitle(cell) : null))
  const below = next?.row === row + 1 ? dividedFields(cells, above, next.cells) : null
  const fields = Array.from({ length: Math.max(above.length, below?.length ?? 0) }, (_, index) =>
    below?.[index] ? below[index] : (above[index] ?? null),
  )
  const taken = new Set<string>()
  const titles = fields.map((_, index) => {
    const text = cellText((below?.[index] ? next?.cells[index] : cells[index]) ?? null)
    const title = text === '' ? `Kolom ${columnLetters(index)}` : text
    let unique = title
    for (let count = 2; taken.has(unique); count += 1) unique = `${title} (${count})`
    taken.add(unique)
    return unique
  })
  const last = below === null ? row : row + 1
  return { row, last, titles, fields: fields.map((field, index) => (fields.indexOf(field) === index ? field : null)) }
}

/** Number of matched fields; NIK and name count more, because a list needs them. */
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
 * The lines below the titles that are people. Leaves out lines without values in matched columns, sums ('JUMLAH', 'Total'), and the line of column
 * numbers (1, 2, 3 …) of official forms.
 */
export function peopleRows(
  rows: readonly TableRow[],
  lastTitles: number,
  fields: readonly (ImportField | null)[],
): TableRow[] {
  const nikColumn = fields.indexOf('nik')
  return rows.filter(({ row, cells }) => {
    if (row <= lastTitles) return false
    if (!cells.some((cell, index) => fields[index] && cell !== null && cellText(cell) !== '')) return false
    if (row <= lastTitles + 2 && isColumnNumbers(cells)) return false
    return !isTotal(cells, nikColumn, fields.indexOf('name'))
  })
}

/** Rows of people, and the lines below that are not: signatory, place and date. */
export function withoutSignature(people: readonly TableRow[], fields: readonly (ImportField | null)[]) {
  const nikColumn = fields.indexOf('nik')
  const last = people.findLastIndex(({ cells }) => holdsNik(cells[nikColumn] ?? null))
  const below = people.findIndex(({ cells }, index) => index > last && isSignature(cells))
  return below < 0
    ? { people: [...people], signature: [] }
    : { people: people.slice(0, below), signature: people.slice(below) }
}

/** Complete, short or damaged; not a NIP of 18 digits. */
function holdsNik(cell: Cell): boolean {
  const text = cell === null ? '' : cellText(cell).replace(/[\s.'-]/g, '')
  return /^\d{10,17}$/.test(text) || /^\d[\d,]*e\+?\d+$/i.test(text)
}

const signature = new RegExp(
  [
    '(?:mengetahui|menyetujui|mengesahkan|disetujui|diketahui|disahkan|dibuat oleh|yang membuat|hormat kami|demikian|tanda tangan|ttd)\\b',
    '(?:lurah|camat|sekretaris|kepala|ketua|koordinator|petugas|pendata|kasi|plt|plh|nip|a\\.? ?n\\.)(?:[ .:,]|$)',
    '[\\p{L} .]{3,40}, *(?:tanggal |tgl\\.? ?)?(?:\\d{1,2}|[._… ]{2,})[ -]+(?:\\p{L}{3,9}|[._… ]{2,})[ -]+(?:19|20)\\d\\d\\.?$',
    '\\(?[ ._…]{6,}\\)?$',
  ]
    .map(way => `(?:^${way})`)
    .join('|'),
  'iu',
)

/** At most two or three cells beside each other; a line with a list number is a person. */
function isSignature(cells: readonly Cell[]): boolean {
  const texts = cells
    .map(cell => (typeof cell === 'string' ? cell.trim() : cell))
    .filter(cell => cell !== null && cell !== '')
  if (texts.length > 3 || /^\d{1,4}\.?$/.test(cellText(texts[0] ?? null))) return false
  return texts.some(text => typeof text === 'string' && signature.test(text))
}

/** The word is first in its line, or in the column of names. */
function isTotal(cells: readonly Cell[], nikColumn: number, nameColumn: number): boolean {
  const nik = cellText(cells[nikColumn] ?? null)
  if (/\d{10}/.test(nik)) return false
  const first = cells.find(cell => cell !== null && cell !== undefined && cellText(cell) !== '') ?? null
  return [first, cells[nameColumn] ?? null].some(cell => /^(?:sub ?|grand ?)?(?:jumlah|total)\b/i.test(cellText(cell)))
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
