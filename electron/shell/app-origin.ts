/** The scheme of the page in the shell. A scheme of our own, so that neither file:// nor a port of this PC is trusted. */
export const appScheme = 'app'
const [ownDomain, hostDomain] = ['balai', 'meja']
export const appOrigin = `${appScheme}://${ownDomain}`
export const appAddress = `${appOrigin}/`
/** Our own page for choosing the role of this computer in the office: on a new one, and at a desk whose host does not answer. */
export const newAddress = `${appAddress}?tempat=baru`
export const unreachedAddress = `${appAddress}?tempat=meja`
/**
 * At a desk: the page of its host, at any network address. It uses our scheme, so that Chromium never uses the network; the program fetches it over
 * TLS from the one pinned certificate.
 */
export const hostAddress = `${appScheme}://${hostDomain}/`

/** Whether an address is on our page's origin. Compares parsed parts: a prefix test would accept app://balai.evil. */
export function isAppAddress(address: string): boolean {
  return isAt(address, [ownDomain, hostDomain])
}

export function isHostAddress(address: string): boolean {
  return isAt(address, [hostDomain])
}

function isAt(address: string, hosts: readonly (string | undefined)[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && hosts.includes(host) && username === '' && password === ''
}
