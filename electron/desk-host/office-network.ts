import { Bonjour } from 'bonjour-service'

/** The mDNS service type of hosts. */
export const serviceType = 'balai'
/** So many letters of the fingerprint are announced: enough to recognise the own host among others. Only the pinned certificate decides. */
export const announcedLetters = 16

/** The network to use, if not all networks of this computer. */
export type Network = { readonly interface: string; readonly bind: string }

/** On a computer with several networks BALAI_NETWORK may name the one to use, by an address of this computer. Tests set it. */
function namedNetwork(): Network | undefined {
  const named = process.env.BALAI_NETWORK
  // Bound to one address it would hear nothing on Linux.
  return named ? { interface: named, bind: '0.0.0.0' } : undefined
}

/**
 * mDNS, where the network allows it. A port in use by another program, or forbidden multicast, must not end ours: bonjour-service does not report
 * socket errors, so we listen for them here.
 */
export function openNetwork(network = namedNetwork()): Bonjour {
  const quiet = () => undefined
  // Bonjour passes its options on to multicast-dns, but its types only know the service.
  const bonjour = new Bonjour({ ...network } as ConstructorParameters<typeof Bonjour>[0], quiet)
  const { mdns } = (bonjour as unknown as { server: { mdns: NodeJS.EventEmitter } }).server
  mdns.on('error', quiet)
  return bonjour
}
