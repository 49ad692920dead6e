import { type Cell, cellText } from './cell.ts'
import { fieldOfTitle, type ImportField } from './import-field.ts'

/** What a title may be divided into by the line below it. */
const parts: Partial<Record<ImportField, readonly ImportField[]>> = (() => {
  const birth = ['birthPlace', 'birthDate'] as const
  const address = ['address', 'neighbourhood', 'hamlet', 'neighbourhoodAndHamlet', 'village', 'district'] as const
  return { birthPlaceAndDate: birth, birthDate: birth, birthPlace: birth, address, neighbourhoodAndHamlet: address }
})()

/**
 * By column, the fields that a second line of titles names; null where it is none. Official forms write 'Tempat, Tanggal Lahir' over two
 * columns and 'Tempat' and 'Tanggal' below. A line with something below NIK or name is about a person.
 */
export function dividedFields(
  titles: readonly Cell[],
  fields: readonly (ImportField | null)[],
  below: readonly Cell[],
): (ImportField | null)[] | null {
  if (below.some((cell, index) => isWhole(fields[index]) && cellText(cell ?? null) !== '')) return null
  let parent: ImportField | null = null
  const divided = Array.from(below, (cell, index) => {
    if (cellText(titles[index] ?? null) !== '') parent = fields[index] ?? null
    const allowed = parent === null ? undefined : parts[parent]
    if (typeof cell !== 'string' || allowed === undefined) return null
    const own = fieldOfTitle(cell)
    const field = own !== null && allowed.includes(own) ? own : fieldOfTitle(`${cell} lahir`)
    return field !== null && allowed.includes(field) ? field : null
  })
  return divided.some(field => field !== null) ? divided : null
}

function isWhole(field: ImportField | null | undefined): boolean {
  return field === 'nik' || field === 'name'
}
