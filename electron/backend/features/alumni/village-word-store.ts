import type { ReadDatabase } from '../../database/connection.ts'
import { findVillage } from '../../region/villages.ts'

/** Each typed word with the codes of inhabited kelurahan whose names contain it. */
export function wordsWithVillages(db: ReadDatabase, text: string): [word: string, codes: string][] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const codes = db.values<string>('SELECT DISTINCT village_code FROM trainee WHERE village_code IS NOT NULL')
  const villages = codes.map(code => ({ code, name: (findVillage(code)?.village ?? '').toLowerCase() }))
  return words.map(word => {
    const named = villages.filter(({ name }) => name.includes(word))
    return [word, named.map(({ code }) => code).join(' ')]
  })
}
