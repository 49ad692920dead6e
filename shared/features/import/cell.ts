/**
 * The value of a cell. Numbers keep the digits of the file, because a NIK stored as a number has lost some; a date is 'YYYY-MM-DD', or '' for a date
 * cell without a valid day.
 */
export type Cell = string | boolean | { digits: string } | { date: string } | null

export function isNumberCell(cell: Cell): cell is { digits: string } {
  return typeof cell === 'object' && cell !== null && 'digits' in cell
}

export function isDateCell(cell: Cell): cell is { date: string } {
  return typeof cell === 'object' && cell !== null && 'date' in cell
}

/** Limit of Excel. */
export const mostCellLetters = 32_767
/** No fact about a person is longer; longer text only costs time and is refused anyway. */
const mostRead = 1000
const longestNothing = 12
const oddSpace = /[^\S ]| {2}|\p{Cf}/u
const nothing =
  /^(?:[-–—_.\s]*|n\/a|#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!)|(?:tidak|tdk|belum|blm) ada)$/i

/** The cell as one line of text. What offices write for "nothing" ('-', 'tidak ada') and Excel's formula errors become ''. */
export function cellText(cell: Cell): string {
  if (cell === null || typeof cell === 'boolean') return ''
  if (isNumberCell(cell)) return plainDigits(cell.digits)
  if (isDateCell(cell)) return cell.date || '(bukan tanggal)'
  const text = (oddSpace.test(cell) ? cell.replace(/[\s\p{Cf}]+/gu, ' ') : cell).trim().slice(0, mostRead)
  return text.length < longestNothing && nothing.test(text) ? '' : text
}

/** '3.67113520590001E+15' → '3671135205900010'; other text is returned as it is. */
export function plainDigits(digits: string): string {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d{1,3})$/i.exec(digits)
  if (!match) return digits.replace(/^(\d+)\.0+$/, '$1')
  const [, first = '', rest = '', exponent = '0'] = match
  return rest.length <= Number(exponent) ? first + rest.padEnd(Number(exponent), '0') : digits
}
