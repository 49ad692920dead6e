import { z } from 'zod'
import { digits, line } from '../../kernel/schema.ts'

/** Tax of an honorarium: civil servants by grade as final tax, all others on half of the gross. */
export const payeeStatuses = ['NON_ASN', 'PPPK', 'PNS_I', 'PNS_II', 'PNS_III', 'PNS_IV'] as const
export type PayeeStatus = (typeof payeeStatuses)[number]

export const payeeStatusNames: Record<PayeeStatus, string> = {
  NON_ASN: 'Bukan ASN',
  PPPK: 'PPPK',
  PNS_I: 'PNS gol. I',
  PNS_II: 'PNS gol. II',
  PNS_III: 'PNS gol. III',
  PNS_IV: 'PNS gol. IV',
}

/** Payment data of an instructor; '' if unknown. */
export const paymentDraft = z.strictObject({
  status: z.enum(payeeStatuses),
  npwp: digits(/^(\d{15,16})?$/, 'NPWP terdiri dari 15 atau 16 angka.'),
  bankName: line(60),
  bankAccount: digits(/^\d{0,20}$/, 'No. rekening paling banyak 20 angka.'),
  bankHolder: line(100),
})
export type Payment = z.infer<typeof paymentDraft>

export const noPayment: Payment = { status: 'NON_ASN', npwp: '', bankName: '', bankAccount: '', bankHolder: '' }

/** Pasal 17 of the income tax law: percent up to these sums. */
const bands = [
  [60_000_000, 5],
  [250_000_000, 15],
  [500_000_000, 25],
  [5_000_000_000, 30],
  [Number.POSITIVE_INFINITY, 35],
] as const

/** PPh 21 of an honorarium, whole rupiah, rounded down. */
export function honorariumTax(gross: number, status: PayeeStatus): number {
  const finalPercent = { PNS_I: 0, PNS_II: 0, PNS_III: 5, PNS_IV: 15 }
  if (status !== 'NON_ASN' && status !== 'PPPK') return Math.floor((gross * finalPercent[status]) / 100)
  return bandTax(gross / 2)
}

/** PPh 21 of what a trainee is paid as a participant, whole rupiah, rounded down. */
export function participantTax(gross: number): number {
  return bandTax(gross)
}

function bandTax(base: number): number {
  let tax = 0
  let from = 0
  for (const [until, percent] of bands) {
    tax += (Math.max(0, Math.min(base, until) - from) * percent) / 100
    from = until
  }
  return Math.floor(tax)
}

/** '5', '2,5' */
export function taxPercent(gross: number, tax: number): string {
  const tenths = gross === 0 ? 0 : Math.round((tax * 1000) / gross)
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.trunc(tenths / 10)},${tenths % 10}`
}
