import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import { wasPresent } from '../../../../../shared/features/attendance/mark.ts'
import { participantTax } from '../../../../../shared/features/instructor/payment.ts'
import { transportMoney } from '../../../../../shared/features/provision/transport.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'

/** One line of the receipt; null money while there is no rate, null days before anything is recorded. */
export type TransportLine = { days: number | null; money: number | null; tax: number | null; net: number | null }

/** Of the days of a budget year; of all days without one. */
export function transportLines(facts: Omit<ListFacts, 'pictures'>, year: number | null = null): TransportLine[] {
  const { trainees, days, rates, rules, recordedUntilDay } = facts
  return trainees.map(({ marks }) => {
    if (recordedUntilDay === 0) return { days: null, money: null, tax: null, net: null }
    const present = days.filter(
      ({ n, date }) => n <= recordedUntilDay && (year === null || yearOf(date) === year) && wasPresent(marks[n - 1]),
    ).length
    const money = rates.transport === null ? null : transportMoney(present, rates.transport)
    const tax = money === null ? null : rules.transportTaxed ? participantTax(money) : 0
    return { days: present, money, tax, net: money === null || tax === null ? null : money - tax }
  })
}
