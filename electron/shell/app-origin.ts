/** The page's address in the shell. Its own scheme, so that neither file:// nor a port of this PC is trusted. */
export const appScheme = 'app'
const [ownHost, houseHost] = ['balai', 'meja']
export const appOrigin = `${appScheme}://${ownHost}`
export const appAddress = `${appOrigin}/`
/** Our own page, asking which part this computer has in the office: on a new one, and at a desk whose house does not answer. */
export const newAddress = `${appAddress}?tempat=baru`
export const unreachedAddress = `${appAddress}?tempat=meja`
/**
 * At a desk: the page of its house, whatever address the house has today. It stands under our scheme, so that Chromium reaches nothing in
 * the network; the program fetches it over TLS from the one certificate that it knows.
 */
export const houseAddress = `${appScheme}://${houseHost}/`

/** Whether an address lies on our page's origin. Compares parsed parts: a prefix test would accept app://balai.evil. */
export function isAppAddress(address: string): boolean {
  return isAt(address, [ownHost, houseHost])
}

export function isHouseAddress(address: string): boolean {
  return isAt(address, [houseHost])
}

function isAt(address: string, hosts: readonly (string | undefined)[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && hosts.includes(host) && username === '' && password === ''
}
