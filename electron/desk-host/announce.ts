import { hostname } from 'node:os'
import program from '../../package.json' with { type: 'json' }
import { type Network, openNetwork, serviceType, toldFingerprint } from './office-network.ts'

type Announced = { readonly centre: string; readonly port: number; readonly fingerprint: string }

/** Tells the office network where this house is, until it is stopped. A network that hears nothing is no failure: addresses can be typed. */
export function announce({ centre, port, fingerprint }: Announced, network?: Network): () => void {
  const quiet = () => undefined
  try {
    const bonjour = openNetwork(network)
    const txt = { v: program.version, centre: centre.slice(0, 100), fp: fingerprint.slice(0, toldFingerprint) }
    const service = bonjour.publish({ name: hostname(), type: serviceType, port, txt, disableIPv6: true })
    service.on('error', quiet)
    return () => bonjour.unpublishAll(() => bonjour.destroy())
  } catch {
    return quiet
  }
}
