import type { Bonjour } from 'bonjour-service'
import type { FoundHost } from '../../shared/features/desk/place.ts'
import { type Network, openNetwork, serviceType } from '../desk-host/office-network.ts'

/** Milliseconds in which an existing host has answered. */
const patience = 2_000

/** A text announced in the network, cut to `longest`. It is only shown, never trusted. */
const textOf = (value: unknown, longest: number) => (typeof value === 'string' ? value.slice(0, longest) : '')

/** Searches the office network for hosts. Empty if searching is not possible: addresses can be typed. */
export async function findHosts(wait = patience, network?: Network): Promise<FoundHost[]> {
  const found = new Map<string, FoundHost>()
  let bonjour: Bonjour | undefined
  try {
    bonjour = openNetwork(network)
    const asking = bonjour.find({ type: serviceType }, ({ host, port, addresses, referer, txt }) => {
      // A computer with several networks announces all addresses; the one that the answer came from is reachable.
      const address = referer?.address ?? addresses?.find(one => one.includes('.'))
      if (!address) return
      const said = (txt ?? {}) as Record<string, unknown>
      found.set(`${address}:${port}`, {
        host: textOf(host, 60).replace(/\.local\.?$/, ''),
        centre: textOf(said.centre, 100),
        address: `${address}:${port}`,
        version: textOf(said.v, 20),
        fingerprint: textOf(said.fp, 64),
        practice: textOf(said.practice, 1) === '1',
      })
    })
    // Questions get lost on a busy network.
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
