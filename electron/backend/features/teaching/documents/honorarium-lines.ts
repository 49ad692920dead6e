import type { ListFacts, PayeeFacts } from '../../../../../shared/facts/list-facts.ts'
import { honorariumTax } from '../../../../../shared/features/instructor/payment.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'

/** What one instructor is paid in a budget year; null money while nobody has set the rate. */
export type HonorariumLine = {
  payee: PayeeFacts
  hours: number
  gross: number | null
  tax: number | null
  net: number | null
}

/** Of the closed hours of a budget year; of all closed hours without one. Who taught none is not paid. */
export function honorariumLines(
  { teaching, payees, rates }: Pick<ListFacts, 'teaching' | 'payees' | 'rates'>,
  year: number | null = null,
): HonorariumLine[] {
  const hours = new Map<string, number>()
  for (const { closed, date, lessons } of teaching) {
    if (!closed || (year !== null && yearOf(date) !== year)) continue
    for (const { instructor, hours: taught } of lessons)
      hours.set(keyOf(instructor), (hours.get(keyOf(instructor)) ?? 0) + taught)
  }
  return payees.flatMap(payee => {
    const taught = hours.get(keyOf(payee)) ?? 0
    if (taught === 0) return []
    const gross = rates.honorarium === null ? null : taught * rates.honorarium
    const tax = gross === null ? null : honorariumTax(gross, payee.status)
    return { payee, hours: taught, gross, tax, net: gross === null || tax === null ? null : gross - tax }
  })
}

function keyOf({ name, nip }: { name: string; nip: string }): string {
  return `${name} ${nip}`
}
