import type { Bonjour } from 'bonjour-service'
import type { FoundHouse } from '../../shared/features/desk/place.ts'
import { type Network, openNetwork, serviceType } from '../desk-host/office-network.ts'

/** Milliseconds in which a house that is there has answered. */
const patience = 2_000

/** What a name in the network may say of itself; it is shown, and believed by nobody. */
const told = (value: unknown, longest: number) => (typeof value === 'string' ? value.slice(0, longest) : '')

/** Asks the office network for houses. Where it may not be asked there are none: addresses can be typed. */
export async function findHouses(wait = patience, network?: Network): Promise<FoundHouse[]> {
  const found = new Map<string, FoundHouse>()
  let bonjour: Bonjour | undefined
  try {
    bonjour = openNetwork(network)
    const asking = bonjour.find({ type: serviceType }, ({ host, port, addresses, referer, txt }) => {
      // A computer with several networks names them all; the one that it answered from can be reached.
      const address = referer?.address ?? addresses?.find(one => one.includes('.'))
      if (!address) return
      const said = (txt ?? {}) as Record<string, unknown>
      found.set(`${address}:${port}`, {
        host: told(host, 60).replace(/\.local\.?$/, ''),
        centre: told(said.centre, 100),
        address: `${address}:${port}`,
        version: told(said.v, 20),
        fingerprint: told(said.fp, 64),
      })
    })
    // Questions are lost on a busy network.
    const again = setTimeout(() => asking.update(), wait / 3)
    await new Promise(resolve => setTimeout(resolve, wait))
    clearTimeout(again)
  } catch {
    return []
  } finally {
    bonjour?.destroy()
  }
  return [...found.values()].sort((a, b) => a.host.localeCompare(b.host))
}
