import type { Village } from '../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../shared/features/trainee/name/name.ts'
import { findRegion, readRegions } from './region-table.ts'

/**
 * `own` and `near` are village and district folded for the word search; `squeezed` is the village without spaces, as some people type it; `next` is
 * the following village of the same name. There are 83,000 entries, so they share strings.
 */
type Entry = Village & { own: string; near: string; squeezed: string; next: Entry | undefined }
type Loaded = { entries: Entry[]; byName: Map<string, Entry> }

/** Kota Tangerang, where the first customer is: its villages come first in every result. */
export const homeRegency = '3671'

let loaded: Loaded | undefined

/** Kelurahan whose name or kecamatan contains every typed word, those of Kota Tangerang first. */
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

/** All kelurahan with exactly that name, ignoring spaces, case and punctuation; those of Kota Tangerang first. */
export function villagesNamed(name: string): Village[] {
  const named: Village[] = []
  for (let entry = load().byName.get(lettersOf(fold(name))); entry; entry = entry.next) named.push(bare(entry))
  return named
}

/** Whether it is in Kota Tangerang. */
export function isOfHome({ code }: Pick<Village, 'code'>): boolean {
  return code.startsWith(homeRegency)
}

const named = new Map<string, Village | null>()

/** By its ten-digit code. */
export function findVillage(code: string | null): Village | null {
  if (code === null) return null
  const known = named.get(code)
  if (known !== undefined) return known
  const village = readVillage(code)
  // Codes come from data and from typing: unknown codes are not cached, or the cache would grow without limit.
  if (village) named.set(code, village)
  return village
}

const districtNames = new Map<string, string>()

/** The name of a kecamatan by its six-digit code. Derived from a village, because regions look up villages by code. */
export function findDistrict(code: string): string | undefined {
  const known = districtNames.get(code)
  if (known !== undefined) return known
  // The first village of a district ends in 1001 if it is a kelurahan, in 2001 if it is a desa.
  const name = ['1001', '2001', '1002', '2002']
    .map(end => findVillage(code + end)?.district)
    .find(one => one !== undefined)
  if (name !== undefined) districtNames.set(code, name)
  return name
}

function readVillage(code: string): Village | null {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d{4})$/.exec(code)?.slice(1)
  const village = parts && findRegion('villages', parts.join('.'))
  if (!parts || !village) return null
  const [district, regency] = [
    findRegion('districts', village.parent),
    findRegion('regencies', parts.slice(0, 2).join('.')),
  ]
  return { code, village: village.name, district: district?.name ?? '', regency: regency?.name ?? '' }
}

function rankOf(entry: Entry, words: string[], squeezed: string): number | null {
  if (words.length === 0) return isOfHome(entry) ? 0 : null
  const near = isOfHome(entry) ? 0 : 10
  if (entry.squeezed === squeezed) return near
  if (entry.squeezed.startsWith(squeezed)) return near + 1
  if (words.every(word => entry.own.includes(word) || entry.near.includes(word))) return near + 2
  return null
}

/** The folding of names. Almost all of the 83,000 are plain letters and take the short way. */
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
  const entries = readRegions('villages').map(({ code, parent, name }): Entry => {
    const { district, regency, folded } = districts.get(parent) ?? nowhere
    const own = fold(name)
    return {
      code: code.replaceAll('.', ''),
      village: name,
      district,
      regency,
      own,
      near: folded,
      squeezed: own.includes(' ') ? own.replaceAll(' ', '') : own,
      next: undefined,
    }
  })
  entries.sort((a, b) => (a.code < b.code ? -1 : 1))
  const ordered = [...entries.filter(isOfHome), ...entries.filter(entry => !isOfHome(entry))]
  const byName = new Map<string, Entry>()
  // From the end, so that each chain begins with the first entry.
  for (const entry of ordered.toReversed()) {
    const name = lettersOf(entry.squeezed)
    entry.next = byName.get(name)
    byName.set(name, entry)
  }
  loaded = { entries: ordered, byName }
  return loaded
}
