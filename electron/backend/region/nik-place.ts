import type { NikPlace } from '../../../shared/features/trainee/contract.ts'
import { readRegions } from './region-table.ts'

let names: Map<string, string> | undefined

/** Names of the places where a NIK was first given out, from its first two, four or six digits; null for an unknown code. */
export function nikPlace(digits: string): NikPlace {
  names ??= new Map(
    (['provinces', 'regencies', 'districts'] as const)
      .flatMap(level => readRegions(level))
      .map(({ code, name }) => [code.replaceAll('.', ''), name]),
  )
  const name = (length: number) => (digits.length < length ? null : (names?.get(digits.slice(0, length)) ?? null))
  return { province: name(2), regency: name(4), district: name(6) }
}
