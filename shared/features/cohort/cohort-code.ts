/**
 * The code of a class from its trade, year and number within that trade and year: 'TR-2024-03'. Throws RangeError for a
 * trade that is not two capitals, a year outside 2000 to 2199 or a number outside 1 to 999.
 */
export function cohortCode(trade: string, year: number, number: number): string {
  if (!/^[A-Z]{2}$/.test(trade)) throw new RangeError(`trade ${trade}`)
  if (!Number.isInteger(year) || year < 2000 || year > 2199) throw new RangeError(`year ${year}`)
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new RangeError(`number ${number}`)
  return `${trade}-${year}-${String(number).padStart(2, '0')}`
}

/** Classes of different years may have the same name: '2024' of 'TR-2024-03'. */
export function yearOfCode(code: string): string {
  return code.slice(3, 7)
}
