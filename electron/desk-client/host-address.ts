import { usualDeskPort } from '../../shared/features/desk/place.ts'

/** Reads '192.168.10.5', 'blk-utama:4841' or an address from a browser. */
export function parseHostAddress(text: string): { host: string; port: number } | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/.*$/, '')
  if (bare === '' || /[\s@?#]/.test(bare) || !URL.canParse(`https://${bare}`)) return null
  const { hostname, port } = new URL(`https://${bare}`)
  // No host takes the https port by itself, but a person may have typed it; URL drops it.
  if (port === '' && /:443$/.test(bare)) return { host: hostname, port: 443 }
  return { host: hostname, port: port === '' ? usualDeskPort : Number(port) }
}
