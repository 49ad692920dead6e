import { cleanNik } from '../trainee/nik/nik.ts'
import { type Cell, isNumberCell, plainDigits } from './cell.ts'

/** What Excel has left of a NIK. It is known which digits are lost, but not their values; they are never guessed. */
export type NikDamage = {
  /** number: a number cell; exponent: text like '3,67E+15'; short: 15 digits; zeros: text ending in 0000. */
  kind: 'number' | 'exponent' | 'short' | 'zeros'
  /** As shown in the file. */
  shown: string
  /** Number of reliable digits from the left. */
  kept: number
}

const exponent = /^\s*['’]?(\d)(?:[.,](\d+))?\s*[eE]\s*\+?\s*\d{1,2}\s*$/
/** Excel numbers have at most this many digits. */
const digitsOfExcel = 15

/** The damage of a NIK in a cell, or null; a mistyped NIK is not damaged. */
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

/** What was lost and what to do; the loss first, because lists show only the beginning. */
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
