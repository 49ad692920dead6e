import { placeLetters, presentSpelling, withoutRank } from '../../../../shared/features/import/village-name.ts'
import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import { readRegions } from '../../region/region-table.ts'
import { homeRegency, isOfHome, villagesNamed } from '../../region/villages.ts'

type VillageReading = {
  village: Village | null
  /** Why none was found, or a warning about the one found. */
  warning: { code: string; message: string } | null
  /** The old spelling in the file, for information. */
  oldSpelling: string | null
}

const none: VillageReading = { village: null, warning: null, oldSpelling: null }

/**
 * Finds the kelurahan. Without kecamatan a name counts only if it is unique in Kota Tangerang, or in the whole country; other guesses would move a
 * person to another island. 'Kel. Cipadu, Kec. Larangan' may be in one cell.
 */
export function findVillageNamed(cell: string, districtCell: string): VillageReading {
  const [, first = '', second = ''] = /^(.+?)[\s,/(–-]+kec(?:amatan)?\b[.:]?\s*([^),]+)/i.exec(cell) ?? []
  return findIn(first || cell, districtCell || second)
}

function findIn(written: string, district: string): VillageReading {
  const name = withoutRank(written)
  if (placeLetters(name) === '') return none
  const exact = villagesNamed(name)
  const present = presentSpelling(name)
  const old = present === null ? [] : villagesNamed(present).filter(isOfHome)
  const inDistrict = (hits: Village[]) => hits.filter(hit => placeLetters(hit.district) === placeLetters(district))
  const taken = (village: Village): VillageReading => ({
    ...none,
    village,
    oldSpelling: old.includes(village) ? name : null,
  })

  for (const hits of [inDistrict(exact), inDistrict(old)]) if (hits[0] && hits.length === 1) return taken(hits[0])
  const home = exact.some(isOfHome) ? exact.filter(isOfHome) : old
  const [hit] = home
  if (hit && home.length === 1) {
    if (district === '') return taken(hit)
    // A kecamatan of another city is another place; one of this city, or an unknown one, is a mistake in the list.
    if (isElsewhere(district)) return ambiguous(name)
    return { ...taken(hit), warning: otherDistrict(hit, district) }
  }
  if (exact.length === 0)
    return { ...none, warning: { code: 'village_unknown', message: `Kelurahan “${written}” tidak dikenal.` } }
  return exact[0] && exact.length === 1 ? taken(exact[0]) : ambiguous(name)
}

function ambiguous(name: string): VillageReading {
  const message = `Ada beberapa kelurahan “${name}”. Tulis kecamatannya.`
  return { ...none, warning: { code: 'village_ambiguous', message } }
}

function otherDistrict({ village, district }: Village, written: string): VillageReading['warning'] {
  const message = `Kel. ${village} ada di Kec. ${district}, bukan ${withoutRank(written)}.`
  return { code: 'village_in_other_district', message }
}

/** A kecamatan with that name exists outside of Kota Tangerang only. */
function isElsewhere(name: string): boolean {
  homeDistricts ??= new Set(districtsOfRegency(homeRegency).map(district => placeLetters(district.name)))
  allDistricts ??= new Set(readRegions('districts').map(district => placeLetters(district.name)))
  const letters = placeLetters(name)
  return allDistricts.has(letters) && !homeDistricts.has(letters)
}

let homeDistricts: ReadonlySet<string> | undefined
let allDistricts: ReadonlySet<string> | undefined
