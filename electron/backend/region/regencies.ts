import type { BoardDistrict } from '../../../shared/features/activity/contract.ts'
import type { NikPlace } from '../../../shared/features/trainee/contract.ts'
import { readRegions, regionsWithin } from './region-table.ts'

let names: Map<string, string> | undefined
const districts = new Map<string, BoardDistrict[]>()

/** All kabupaten and kota with their four-digit codes, sorted by code. */
export function regencies(): { code: string; name: string }[] {
  return [...loadNames()].map(([code, name]) => ({ code, name }))
}

export function regencyNamed(code: string): string | null {
  return loadNames().get(code) ?? null
}

/** The kecamatan of a kabupaten or kota with their kelurahan, both sorted by code. Empty for an unknown code. */
export function districtsOfRegency(regency: string): BoardDistrict[] {
  const known = districts.get(regency)
  if (known) return known
  const dotted = `${regency.slice(0, 2)}.${regency.slice(2)}`
  const villages = Map.groupBy(regionsWithin('villages', dotted), village => village.parent)
  const found = regionsWithin('districts', dotted).map(({ code, name }) => ({
    code: code.replaceAll('.', ''),
    name,
    villages: byCode(
      (villages.get(code) ?? []).map(village => ({ code: village.code.replaceAll('.', ''), name: village.name })),
    ),
  }))
  districts.set(regency, byCode(found))
  return byCode(found)
}

function loadNames(): Map<string, string> {
  names ??= new Map(
    byCode(readRegions('regencies').map(({ code, name }) => ({ code: code.replaceAll('.', ''), name }))).map(row => [
      row.code,
      row.name,
    ]),
  )
  return names
}

function byCode<Row extends { code: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

let places: Map<string, string> | undefined

/** Names of the places where a NIK was issued first, from its first two, four or six digits. Null for an unknown code. */
export function nikPlace(digits: string): NikPlace {
  places ??= new Map(
    (['provinces', 'regencies', 'districts'] as const)
      .flatMap(level => readRegions(level))
      .map(({ code, name }) => [code.replaceAll('.', ''), name]),
  )
  const name = (length: number) => (digits.length < length ? null : (places?.get(digits.slice(0, length)) ?? null))
  return { province: name(2), regency: name(4), district: name(6) }
}
