import { hostname } from 'node:os'
import { Bonjour } from 'bonjour-service'
import program from '../../package.json' with { type: 'json' }

/** What other computers of the office network listen for. */
const serviceType = 'balai'

/** Tells the office network where this house is, until it is stopped. A network that hears nothing is no failure: addresses can be typed. */
export function announce(centre: string, port: number): () => void {
  const quiet = () => undefined
  try {
    const bonjour = new Bonjour({}, quiet)
    const txt = { v: program.version, centre: centre.slice(0, 100) }
    const service = bonjour.publish({ name: hostname(), type: serviceType, port, txt, disableIPv6: true })
    service.on('error', quiet)
    return () => bonjour.unpublishAll(() => bonjour.destroy())
  } catch {
    return quiet
  }
}
