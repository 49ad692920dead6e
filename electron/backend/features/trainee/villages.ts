import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { foldName } from '../../../../shared/features/trainee/name.ts'
import { readRegions } from './region-table.ts'

type Entry = Village & { folded: string }

// Villages of the first customer come first in every answer.
const home = '3671'

let loaded: { entries: Entry[]; byCode: Map<string, Entry> } | undefined

/** Kelurahan whose name or kecamatan holds every word typed, those of Kota Tangerang first. */
export function searchVillages(text: string, limit: number): Village[] {
  const words = fold(text).split(' ').filter(Boolean)
  const squeezed = words.join('')
  const hits: { entry: Entry; rank: number }[] = []
  for (const entry of load().entries) {
    const rank = rankOf(entry, words, squeezed)
    if (rank !== null) hits.push({ entry, rank })
    if (entry.code.startsWith(home) === false && hits.length >= limit * 4) break
  }
  return hits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(hit => bare(hit.entry))
}

export function findVillage(code: string | null): Village | null {
  const entry = code === null ? undefined : load().byCode.get(code)
  return entry ? bare(entry) : null
}

function rankOf(entry: Entry, words: string[], squeezed: string): number | null {
  if (words.length === 0) return entry.code.startsWith(home) ? 0 : null
  const name = fold(entry.village)
  const near = entry.code.startsWith(home) ? 0 : 10
  if (name.replaceAll(' ', '') === squeezed) return near
  if (name.replaceAll(' ', '').startsWith(squeezed)) return near + 1
  if (words.every(word => entry.folded.includes(word))) return near + 2
  return null
}

function fold(text: string): string {
  return foldName(text.replaceAll('-', ' '))
}

function bare({ folded: _, ...village }: Entry): Village {
  return village
}

function load(): { entries: Entry[]; byCode: Map<string, Entry> } {
  if (loaded) return loaded
  const regencies = new Map(readRegions('regencies').map(({ code, name }) => [code, name]))
  const districts = new Map(readRegions('districts').map(district => [district.code, district]))
  const entries = readRegions('villages').map(({ code, parent, name }) => {
    const district = districts.get(parent)
    const regency = regencies.get(district?.parent ?? '') ?? ''
    const entry = { code: code.replaceAll('.', ''), village: name, district: district?.name ?? '', regency }
    return { ...entry, folded: fold(`${entry.village} ${entry.district}`) }
  })
  entries.sort(
    (a, b) => Number(b.code.startsWith(home)) - Number(a.code.startsWith(home)) || (a.code < b.code ? -1 : 1),
  )
  loaded = { entries, byCode: new Map(entries.map(entry => [entry.code, entry])) }
  return loaded
}
