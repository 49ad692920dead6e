/**
 * Kelurahan of Kota Tangerang by the spellings of older tables: Kemendagri's up to 2022 and the statistics office's. Spellings that
 * differ only in spaces (Batujaya, Mekarsari) need no entry.
 */
const oldSpellings = new Map([
  ['cibodasari', 'Cibodas Sari'],
  ['nerogtog', 'Neroktog'],
  ['kereo', 'Kreo'],
  ['kereoselatan', 'Kreo Selatan'],
  ['pedurenan', 'Padurenan'],
  ['kroncong', 'Keroncong'],
])

/** How the name is spelt today, or null when it is no old spelling. */
export function presentSpelling(village: string): string | null {
  return oldSpellings.get(placeLetters(village)) ?? null
}

/** 'Kel. Karawaci Baru' → 'Karawaci Baru', 'KECAMATAN CILEDUG' → 'CILEDUG'. */
export function withoutRank(name: string): string {
  return name.replace(/^(?:kelurahan|kel|desa|ds|kecamatan|kec)\b[.:]?\s*/i, '').trim()
}

/** The letters by which names of places are compared: no case, spaces, hyphens or accents. */
export function placeLetters(name: string): string {
  return withoutRank(name)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
