/**
 * What stands in a cell. A number keeps its digits as the file holds them, because a NIK that became a number has lost some;
 * a date is 'YYYY-MM-DD', or '' where the cell says date and holds no day.
 */
export type Cell = string | boolean | { digits: string } | { date: string } | null

export function isNumberCell(cell: Cell): cell is { digits: string } {
  return typeof cell === 'object' && cell !== null && 'digits' in cell
}

export function isDateCell(cell: Cell): cell is { date: string } {
  return typeof cell === 'object' && cell !== null && 'date' in cell
}

/** What Excel lets a cell hold. */
export const mostCellLetters = 32_767
/** No fact about a person is longer; what comes after would only cost time, and is refused by its field in any case. */
const mostRead = 1000
const longestNothing = 12
const oddSpace = /[^\S ]| {2}|\p{Cf}/u
const nothing =
  /^(?:[-–—_.\s]*|n\/a|#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!)|(?:tidak|tdk|belum|blm) ada)$/i

/** The cell as one line of text. What offices write for "nothing" ('-', 'tidak ada') is nothing, and so
 * is what Excel shows for a formula that failed. */
export function cellText(cell: Cell): string {
  if (cell === null || typeof cell === 'boolean') return ''
  if (isNumberCell(cell)) return plainDigits(cell.digits)
  if (isDateCell(cell)) return cell.date || '(bukan tanggal)'
  const text = (oddSpace.test(cell) ? cell.replace(/[\s\p{Cf}]+/gu, ' ') : cell).trim().slice(0, mostRead)
  return text.length < longestNothing && nothing.test(text) ? '' : text
}

/** '3.67113520590001E+15' → '3671135205900010': a number written out; as it is when it is no whole number. */
export function plainDigits(digits: string): string {
  const match = /^(\d)(?:\.(\d+))?E\+?(\d{1,3})$/i.exec(digits)
  if (!match) return digits.replace(/^(\d+)\.0+$/, '$1')
  const [, first = '', rest = '', exponent = '0'] = match
  return rest.length <= Number(exponent) ? first + rest.padEnd(Number(exponent), '0') : digits
}
