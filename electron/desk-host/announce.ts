import { hostname } from 'node:os'
import program from '../../package.json' with { type: 'json' }
import { announcedLetters, openNetwork, serviceType } from './office-network.ts'

type Announced = {
  readonly centre: string
  readonly practice: boolean
  readonly port: number
  readonly fingerprint: string
}

/** Announces this host in the office network until it is stopped. A network that does not pass it on is no error: addresses can be typed. */
export function announce({ centre, practice, port, fingerprint }: Announced): () => void {
  const quiet = () => undefined
  try {
    const bonjour = openNetwork()
    const fp = fingerprint.slice(0, announcedLetters)
    const txt = { v: program.version, centre: centre.slice(0, 100), fp, ...(practice && { practice: '1' }) }
    // The name includes the port: a centre and a practice centre on one computer must not take each other's name.
    const service = bonjour.publish({ name: `${hostname()} ${port}`, type: serviceType, port, txt, disableIPv6: true })
    service.on('error', quiet)
    return () => bonjour.unpublishAll(() => bonjour.destroy())
  } catch {
    return quiet
  }
}
