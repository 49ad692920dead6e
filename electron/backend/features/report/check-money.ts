import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { mayCount, mayRead } from '../../../../shared/features/report/money-figures.ts'
import type { Person } from '../../desk.ts'
import { DomainError } from '../../domain-error.ts'

/** @throws DomainError money_hidden */
export function assertMayRead(person: Person | null, key: string): void {
  if (!mayRead(person, key)) throw new DomainError({ code: 'money_hidden' })
}

/** @throws DomainError money_hidden */
export function assertMayCount(person: Person | null, measure: MeasureKey): void {
  if (!mayCount(person, measure)) throw new DomainError({ code: 'money_hidden' })
}
