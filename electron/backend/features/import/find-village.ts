import { placeLetters, presentSpelling, withoutRank } from '../../../../shared/features/import/village-name.ts'
import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import { readRegions } from '../../region/region-table.ts'
import { homeRegency, isOfHome, villagesNamed } from '../../region/villages.ts'

type VillageReading = {
  village: Village | null
  /** Why none was taken, or what is odd about the one that was. */
  warning: { code: string; message: string } | null
  /** The spelling of the file when it is an old one: worth showing, nothing to check. */
  oldSpelling: string | null
}

const none: VillageReading = { village: null, warning: null, oldSpelling: null }

/**
 * The kelurahan that is meant. Without its kecamatan a name counts where Kota Tangerang has one of it, or the whole country has:
 * any other guess would move a person to another island. 'Kel. Cipadu, Kec. Larangan' may stand in one cell.
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
    // A kecamatan of another town is another place; one of this town, or of none, is a slip of the list.
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

/** There is a kecamatan of that name, and it is none of Kota Tangerang. */
function isElsewhere(name: string): boolean {
  homeDistricts ??= new Set(districtsOfRegency(homeRegency).map(district => placeLetters(district.name)))
  allDistricts ??= new Set(readRegions('districts').map(district => placeLetters(district.name)))
  const letters = placeLetters(name)
  return allDistricts.has(letters) && !homeDistricts.has(letters)
}

let homeDistricts: ReadonlySet<string> | undefined
let allDistricts: ReadonlySet<string> | undefined
