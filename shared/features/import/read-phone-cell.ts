import { readPhone } from '../trainee/phone.ts'
import { type Cell, cellText } from './cell.ts'

type PhoneCell = { phone: string; more: boolean } | 'unreadable' | null

/**
 * The first phone number of a cell as '62812…', and whether there are more. Excel drops the leading zero of numbers: 812… is 0812…. Null if there is
 * none.
 */
export function readPhoneCell(cell: Cell): PhoneCell {
  const text = cellText(cell)
    .replace(/^['’‘`]/, '')
    .replace(/\([a-z .]*\)/gi, '')
    .replace(/^(?:(?:no|nomor|hp|wa|telp|tlp)\b[.: ]*)+/i, '')
    .trim()
  if (text === '') return null
  const whole = read(text)
  if (whole !== null) return { phone: whole, more: false }
  const [first = '', ...more] = text.split(/[/,;|&]| atau | dan |\n/)
  const phone = more.length > 0 ? read(first) : null
  return phone === null ? 'unreadable' : { phone, more: true }
}

function read(text: string): string | null {
  const reading = readPhone(text)
  return reading.ok ? reading.phone : null
}
