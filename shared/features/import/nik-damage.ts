import { cleanNik } from '../trainee/nik/nik.ts'
import { type Cell, isNumberCell, plainDigits } from './cell.ts'

/** What Excel has left of a NIK. Which digits are gone is known, what they were is not: they are never guessed. */
export type NikDamage = {
  /** number: the cell holds a number; exponent: text like '3,67E+15'; short: 15 digits; zeros: text that ends in 0000. */
  kind: 'number' | 'exponent' | 'short' | 'zeros'
  /** As the file shows it. */
  shown: string
  /** How many digits from the left can be trusted. */
  kept: number
}

const exponent = /^\s*['’]?(\d)(?:[.,](\d+))?\s*[eE]\s*\+?\s*\d{1,2}\s*$/
/** A number of Excel has no more digits than these. */
const digitsOfExcel = 15

/** The damage of a NIK that stands in a cell, or null; a NIK that is merely mistyped is none. */
export function nikDamage(cell: Cell): NikDamage | null {
  if (isNumberCell(cell)) {
    const shown = plainDigits(cell.digits)
    const whole = /^\d+$/.test(shown)
    return { kind: 'number', shown, kept: whole ? Math.min(digitsOfExcel, shown.length) : 0 }
  }
  if (typeof cell !== 'string') return null
  const written = exponent.exec(cell)
  if (written) return { kind: 'exponent', shown: cell.trim(), kept: 1 + (written[2] ?? '').length }
  const digits = cleanNik(cell)
  if (!/^\d+$/.test(digits)) return null
  if (digits.length === digitsOfExcel) return { kind: 'short', shown: digits, kept: digitsOfExcel }
  if (digits.length === 16 && digits.endsWith('0000')) return { kind: 'zeros', shown: digits, kept: 12 }
  return null
}

/** What was lost and what to do; the loss first, because a list shows only the beginning. */
export function formatNikDamage({ kind, shown, kept }: NikDamage): string {
  switch (kind) {
    case 'number':
      if (shown.length <= digitsOfExcel)
        return `Excel menyisakan ${shown.length} dari 16 angka; NIK tersimpan sebagai angka. Ketik ulang dari KTP.`
      return shown.length === 16 && shown.endsWith('0')
        ? 'Angka ke-16 dihilangkan Excel; NIK tersimpan sebagai angka. Ketik ulang dari KTP.'
        : 'Akhir NIK tidak dapat dipercaya: tersimpan sebagai angka, dan Excel hanya menjaga 15. Ketik ulang dari KTP.'
    case 'exponent':
      return `Excel menyisakan ${kept} angka saja: “${shown}”. Ketik ulang dari KTP.`
    case 'short':
      return 'NIK 15 angka, seharusnya 16. Ketik ulang dari KTP.'
    case 'zeros':
      return 'NIK berakhir 0000, nomor urut yang tidak ada: pernah menjadi angka di Excel. Ketik ulang dari KTP.'
  }
}
