/**
 * Older spellings of kelurahan of Kota Tangerang: Kemendagri until 2022, and the statistics office. Spellings that differ only in spaces (Batujaya,
 * Mekarsari) need no entry.
 */
const oldSpellings = new Map([
  ['cibodasari', 'Cibodas Sari'],
  ['nerogtog', 'Neroktog'],
  ['kereo', 'Kreo'],
  ['kereoselatan', 'Kreo Selatan'],
  ['pedurenan', 'Padurenan'],
  ['kroncong', 'Keroncong'],
])

/** The present spelling, or null if it is not an old one. */
export function presentSpelling(village: string): string | null {
  return oldSpellings.get(placeLetters(village)) ?? null
}

/** 'Kel. Karawaci Baru' → 'Karawaci Baru', 'KECAMATAN CILEDUG' → 'CILEDUG'. */
export function withoutRank(name: string): string {
  return name.replace(/^(?:kelurahan|kel|desa|ds|kecamatan|kec)\b[.:]?\s*/i, '').trim()
}

/** Normalised name of a place for comparing: no case, spaces, hyphens or accents. */
export function placeLetters(name: string): string {
  return withoutRank(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
