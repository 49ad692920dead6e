import { hostname, networkInterfaces } from 'node:os'

/** The addresses of this computer in the office network, cable and Wi-Fi in system order; IPv4 first, because people type it. */
export function officeAddresses(): string[] {
  const found = Object.values(networkInterfaces()).flatMap(list => list ?? [])
  const outside = found.filter(({ internal, address }) => !internal && !address.startsWith('169.254.'))
  return outside.filter(({ family }) => family === 'IPv4').map(({ address }) => address)
}

/** Whether a Host header names this computer and this port. Reads the addresses each time: they change with the network. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  if (host === undefined || !URL.canParse(`https://${host}`)) return false
  const named = new URL(`https://${host}`)
  if (named.host !== host.toLowerCase() && `${named.hostname}:443` !== host.toLowerCase()) return false
  if ((named.port || '443') !== String(port)) return false
  const name = named.hostname.replace(/^\[|\]$/g, '')
  const own = hostname().toLowerCase()
  if ([own, `${own}.local`, 'localhost', '127.0.0.1', '::1'].includes(name)) return true
  return Object.values(networkInterfaces()).some(list => list?.some(({ address }) => address === name))
}
