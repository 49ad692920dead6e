import { usualDeskPort } from '../../shared/features/desk/place.ts'

/** Reads '192.168.10.5', 'blk-utama:4841' or an address as a browser shows it. */
export function parseHouseAddress(text: string): { host: string; port: number } | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/.*$/, '')
  if (bare === '' || /[\s@?#]/.test(bare) || !URL.canParse(`https://${bare}`)) return null
  const { hostname, port } = new URL(`https://${bare}`)
  // The port of the web is none that a house takes by itself, but one may have typed it.
  if (port === '' && /:443$/.test(bare)) return { host: hostname, port: 443 }
  return { host: hostname, port: port === '' ? usualDeskPort : Number(port) }
}
