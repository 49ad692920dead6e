import { Bonjour } from 'bonjour-service'

/** The mDNS service type of hosts. */
export const serviceType = 'balai'
/** So many letters of the fingerprint are announced: enough to recognise the own host among others. Only the pinned certificate decides. */
export const toldFingerprint = 16

/** The network to use, if not all networks of this computer. */
export type Network = { readonly interface: string; readonly bind: string }

/** A computer with several networks may name the one to speak in by an own address of it. Tests name their own computer. */
function namedNetwork(): Network | undefined {
  const named = process.env.BALAI_NETWORK
  // Bound to one address it would hear nothing on Linux.
  return named ? { interface: named, bind: '0.0.0.0' } : undefined
}

/**
 * mDNS, where the network allows it. A port that another program holds, or multicast that is forbidden, must not end ours: bonjour-service
 * hands the errors of the socket to nobody, so they are heard here.
 */
export function openNetwork(network = namedNetwork()): Bonjour {
  const quiet = () => undefined
  // It hands what it is given on to multicast-dns; its types know only the service.
  const bonjour = new Bonjour({ ...network } as ConstructorParameters<typeof Bonjour>[0], quiet)
  const { mdns } = (bonjour as unknown as { server: { mdns: NodeJS.EventEmitter } }).server
  mdns.on('error', quiet)
  return bonjour
}
