import { type Cell, cellText } from './cell.ts'
import { fieldOfTitle, type ImportField } from './import-field.ts'

/** Fields into which the line below may split a title. */
const parts: Partial<Record<ImportField, readonly ImportField[]>> = (() => {
  const birth = ['birthPlace', 'birthDate'] as const
  const address = ['address', 'neighbourhood', 'hamlet', 'neighbourhoodAndHamlet', 'village', 'district'] as const
  return { birthPlaceAndDate: birth, birthDate: birth, birthPlace: birth, address, neighbourhoodAndHamlet: address }
})()

/**
 * Fields named by a second line of titles, by column; null if it is not one. Official forms write 'Tempat, Tanggal Lahir' over two columns with
 * 'Tempat' and 'Tanggal' below. A line with a value below NIK or name is a person.
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
