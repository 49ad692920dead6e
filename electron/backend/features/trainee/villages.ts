import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name.ts'
import { readRegions } from './region-table.ts'

/** `folded` holds village and district for words; `squeezed` the village alone, as people who leave out spaces type it. */
type Entry = Village & { folded: string; squeezed: string }
type Loaded = { entries: Entry[]; byCode: Map<string, Entry>; byName: Map<string, Entry[]> }

/** Kota Tangerang, the first customer's: its villages come first in every answer. */
export const homeRegency = '3671'

let loaded: Loaded | undefined

/** Kelurahan whose name or kecamatan holds every word typed, those of Kota Tangerang first. */
export function searchVillages(text: string, limit: number): Village[] {
  const words = fold(text).split(' ').filter(Boolean)
  const squeezed = words.join('')
  const hits: { entry: Entry; rank: number }[] = []
  for (const entry of load().entries) {
    const rank = rankOf(entry, words, squeezed)
    if (rank !== null) hits.push({ entry, rank })
    if (!isOfHome(entry) && hits.length >= limit * 4) break
  }
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(hit => bare(hit.entry))
}

/** Every kelurahan of exactly that name, whatever its spaces, case and signs; those of Kota Tangerang first. */
export function villagesNamed(name: string): Village[] {
  return (load().byName.get(lettersOf(fold(name))) ?? []).map(bare)
}

/** Lies in Kota Tangerang. */
export function isOfHome({ code }: Pick<Village, 'code'>): boolean {
  return code.startsWith(homeRegency)
}

export function findVillage(code: string | null): Village | null {
  const entry = code === null ? undefined : load().byCode.get(code)
  return entry ? bare(entry) : null
}

function rankOf(entry: Entry, words: string[], squeezed: string): number | null {
  if (words.length === 0) return isOfHome(entry) ? 0 : null
  const near = isOfHome(entry) ? 0 : 10
  if (entry.squeezed === squeezed) return near
  if (entry.squeezed.startsWith(squeezed)) return near + 1
  if (words.every(word => entry.folded.includes(word))) return near + 2
  return null
}

/** The fold of names; almost all of the 83,000 are plain letters, for which the short way does. */
function fold(text: string): string {
  const plain = text.replaceAll('-', ' ').toLowerCase()
  return /[^a-z0-9 ]| {2}|^ | $/.test(plain) ? foldName(plain) : plain
}

function lettersOf(folded: string): string {
  return folded.replace(/[^a-z]/g, '')
}

function bare({ code, village, district, regency }: Entry): Village {
  return { code, village, district, regency }
}

function load(): Loaded {
  if (loaded) return loaded
  const regencies = new Map(readRegions('regencies').map(({ code, name }) => [code, name]))
  const districts = new Map(
    readRegions('districts').map(({ code, parent, name }) => [
      code,
      { district: name, regency: regencies.get(parent) ?? '', folded: fold(name) },
    ]),
  )
  const nowhere = { district: '', regency: '', folded: '' }
  const entries = readRegions('villages').map(({ code, parent, name }) => {
    const { district, regency, folded } = districts.get(parent) ?? nowhere
    const own = fold(name)
    return {
      code: code.replaceAll('.', ''),
      village: name,
      district,
      regency,
      folded: `${own} ${folded}`,
      squeezed: own.replaceAll(' ', ''),
    }
  })
  const byCodeOrder = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const ordered = [...byCodeOrder.filter(isOfHome), ...byCodeOrder.filter(entry => !isOfHome(entry))]
  loaded = {
    entries: ordered,
    byCode: new Map(ordered.map(entry => [entry.code, entry])),
    byName: Map.groupBy(ordered, entry => lettersOf(entry.squeezed)),
  }
  return loaded
}
