/** The page's address in the shell. Its own scheme, so that neither file:// nor a port of this PC is trusted. */
export const appScheme = 'app'
const appHost = 'balai'
export const appOrigin = `${appScheme}://${appHost}`
export const appAddress = `${appOrigin}/`

/** Whether an address lies on our page's origin. Compares parsed parts: a prefix test would accept app://balai.evil. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${appScheme}:` && host === appHost && username === '' && password === ''
}
