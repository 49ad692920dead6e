import { hostname } from 'node:os'
import program from '../../package.json' with { type: 'json' }
import { openNetwork, serviceType, toldFingerprint } from './office-network.ts'

type Announced = { readonly centre: string; readonly port: number; readonly fingerprint: string }

/** Tells the office network where this house is, until it is stopped. A network that hears nothing is no failure: addresses can be typed. */
export function announce({ centre, port, fingerprint }: Announced): () => void {
  const quiet = () => undefined
  try {
    const bonjour = openNetwork()
    const txt = { v: program.version, centre: centre.slice(0, 100), fp: fingerprint.slice(0, toldFingerprint) }
    // The port too: a centre and a practice house on one computer must not take each other's name.
    const service = bonjour.publish({ name: `${hostname()} ${port}`, type: serviceType, port, txt, disableIPv6: true })
    service.on('error', quiet)
    return () => bonjour.unpublishAll(() => bonjour.destroy())
  } catch {
    return quiet
  }
}
