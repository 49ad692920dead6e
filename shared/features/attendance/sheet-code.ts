/** Kind of attendance sheet: of one day, of the morning or afternoon of a day, of a week, of all days. */
export type SheetPlace =
  | { kind: 'day'; n: number }
  | { kind: 'sessions'; n: number }
  | { kind: 'week'; week: number }
  | { kind: 'all' }

export type SheetCode = {
  /** 'TR-2024-03'. */
  cohortCode: string
  place: SheetPlace
  /** From 1. */
  page: number
  /** From 1; counted up when participants, days or row positions changed since the last print. */
  version: number
}

const pattern = /^B1\.([A-Z]{2})(\d{2})(\d{2})\.(\d{2}|W[1-9]|S[1-9A-Z])([1-9])\.(\d{2})$/

/**
 * The 16 characters of the code on a sheet, without personal data: 'B1.TR2403.011.02' is class TR-2024-03, day 01, page 1, version 02. Instead of a
 * day: '00' all days, 'W2' the second week, 'S3' or 'SF' morning and afternoon of day 3 or 15. Null if a value does not fit: the sheet then has no
 * code.
 */
export function formatSheetCode({ cohortCode, place, page, version }: SheetCode): string | null {
  const parts = /^([A-Z]{2})-20(\d{2})-(\d{2})$/.exec(cohortCode)
  const where = formatSheetPlace(place)
  if (!parts || where === null || page < 1 || page > 9 || version < 1 || version > 99) return null
  return `B1.${parts[1]}${parts[2]}${parts[3]}.${where}${page}.${twoDigits(version)}`
}

/** Null for a text that formatSheetCode does not write. */
export function readSheetCode(text: string): SheetCode | null {
  const [, trade, year, number, where, page, version] = pattern.exec(text) ?? []
  if (!where || version === '00') return null
  return {
    cohortCode: `${trade}-20${year}-${number}`,
    place: readSheetPlace(where),
    page: Number(page),
    version: Number(version),
  }
}

/** Two characters; null for a number that does not fit. */
export function formatSheetPlace(place: SheetPlace): string | null {
  switch (place.kind) {
    case 'all':
      return '00'
    case 'day':
      return place.n >= 1 && place.n <= 99 ? twoDigits(place.n) : null
    case 'week':
      return place.week >= 1 && place.week <= 9 ? `W${place.week}` : null
    case 'sessions':
      return place.n >= 1 && place.n <= 35 ? `S${place.n.toString(36).toUpperCase()}` : null
  }
}

/** Parses two characters of formatSheetPlace. */
export function readSheetPlace(where: string): SheetPlace {
  if (where === '00') return { kind: 'all' }
  if (where.startsWith('W')) return { kind: 'week', week: Number(where.slice(1)) }
  if (where.startsWith('S')) return { kind: 'sessions', n: Number.parseInt(where.slice(1), 36) }
  return { kind: 'day', n: Number(where) }
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
