/** A time of day as 'HH:MM', 00:00 to 23:59. Compare with < and >. */
export type ClockTime = `${number}:${number}`

const nbsp = '\u00a0'

export function isClockTime(text: unknown): text is ClockTime {
  return typeof text === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Parses '8.30', '08:30', '830', '0830'. Null if it is not a time. */
export function readTime(text: string): ClockTime | null {
  const parts = /^(\d{1,2})[.:]?(\d{2})$/.exec(text.trim())
  if (!parts?.[1] || !parts[2]) return null
  const time = `${parts[1].padStart(2, '0')}:${parts[2]}`
  return isClockTime(time) ? time : null
}

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  if (!isClockTime(time)) throw new RangeError(`time ${time}`)
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** The inverse of minutesOf, 0 to 1439. */
export function timeOfMinutes(minutes: number): ClockTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes >= 24 * 60) throw new RangeError(`minutes ${minutes}`)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as ClockTime
}

/** '08:00' → '08.00' */
export function showTime(time: string): string {
  if (!isClockTime(time)) throw new RangeError(`time ${time}`)
  return time.replace(':', '.')
}

/** '08.00–15.15 WIB'; without a zone only the two times. */
export function timeRange(start: string, end: string, zone?: string): string {
  const range = `${showTime(start)}–${showTime(end)}`
  return zone ? `${range}${nbsp}${zone}` : range
}

/** Abbreviation of an Indonesian zone; null for one that is not used in Indonesia. */
export function zoneAbbreviation(timeZone: string): 'WIB' | 'WITA' | 'WIT' | null {
  if (timeZone === 'Asia/Jakarta' || timeZone === 'Asia/Pontianak') return 'WIB'
  if (timeZone === 'Asia/Makassar') return 'WITA'
  return timeZone === 'Asia/Jayapura' ? 'WIT' : null
}
