import { hostname } from 'node:os'
import type { FirewallReading } from '../../shared/features/desk/firewall.ts'
import type { Backend } from '../backend/create-backend.ts'
import type { DeskOpening, HostServices } from '../backend/host-services.ts'
import { KeyStore } from '../backend/keys/key-store.ts'
import type { RendererFiles } from '../host/renderer-files.ts'
import { officeAddresses } from './addresses.ts'
import { announce } from './announce.ts'
import { type HostCertificate, hostCertificate } from './certificate.ts'
import { type DeskServer, startDeskServer } from './desk-server.ts'

type Options = {
  readonly dataFolder: string
  readonly files: RendererFiles
  readonly services: HostServices
  /** Whether it is announced in the office network. */
  readonly announced?: boolean
  /** Whether this computer can be kept from sleeping meanwhile. */
  readonly awake?: boolean
  /** Reads the state of the firewall; called again when the last reading is old. */
  readonly firewall?: () => Promise<FirewallReading | null>
}

type Opened = {
  server: DeskServer
  stopAnnouncing: () => void
  certificate: HostCertificate
  since: string
  port: number
}

/** Milliseconds after which the firewall is read again. */
const readAgain = 30_000

/** The switch "Buka untuk meja lain": opens and closes the host to other computers. Call `connect` once there is a backend. */
export class DeskSwitch implements DeskOpening {
  readonly #options: Options
  #backend: Backend | undefined
  #opened: Opened | undefined
  #awake = true
  #wall: { reading: FirewallReading | null; at: number } = { reading: null, at: Number.NEGATIVE_INFINITY }
  #closing: { by: string; at: number; timer: NodeJS.Timeout } | undefined

  constructor(options: Options) {
    this.#options = options
  }

  connect(backend: Backend): void {
    this.#backend = backend
  }

  get state(): DeskOpening['state'] {
    if (!this.#opened) return null
    const { since, port, certificate } = this.#opened
    const { awake: mayStay = false } = this.#options
    const awake = mayStay && this.#awake
    const [addresses, host] = [officeAddresses(), hostname()]
    return {
      since,
      port,
      addresses,
      host,
      certificateFrom: certificate.from,
      awake,
      mayStay,
      firewall: this.#firewallNow(),
      closing: this.#closingNow(),
    }
  }

  keepAwake(on: boolean): void {
    this.#awake = on
  }

  /** The last reading; the page asks again by itself. */
  #firewallNow(): FirewallReading | null {
    const { firewall } = this.#options
    if (firewall && performance.now() - this.#wall.at > readAgain) {
      this.#wall = { ...this.#wall, at: performance.now() }
      void firewall().then(reading => {
        this.#wall = { reading, at: performance.now() }
      })
    }
    return this.#wall.reading
  }

  async open(port: number, since = new Date().toISOString().slice(0, 19)): Promise<{ port: number }> {
    if (this.#opened) return { port: this.#opened.port }
    const backend = this.#backend
    if (!backend) throw new Error('no backend')
    const { dataFolder, files, services, announced = true } = this.#options
    const certificate = hostCertificate(new KeyStore(dataFolder, services.keyProtection), new Date())
    const { router, door } = backend
    const server = await startDeskServer({
      ...{ router, door, files, certificate, services, port },
      closing: () => this.#closingNow(),
    })
    const stopAnnouncing = announced
      ? announce({ centre: door.name(), port: server.port, fingerprint: certificate.fingerprint })
      : () => undefined
    this.#opened = { server, stopAnnouncing, certificate, since, port: server.port }
    return { port: server.port }
  }

  /** Restores the last state at a start of the program. If the port is taken meanwhile it stays closed. */
  async reopen(): Promise<void> {
    const former = this.#backend?.door.leftOpen()
    if (former) await this.open(former.port, former.since)
  }

  closeSoon(by: string, seconds: number, then: () => unknown): void {
    this.stayOpen()
    const at = performance.now() + seconds * 1000
    const timer = setInterval(() => {
      if (performance.now() < at && this.lines().size > 0) return
      this.stayOpen()
      then()
    }, 1000)
    this.#closing = { by, at, timer }
  }

  stayOpen(): void {
    clearInterval(this.#closing?.timer)
    this.#closing = undefined
  }

  #closingNow(): { seconds: number; by: string } | null {
    if (!this.#closing) return null
    const { by, at } = this.#closing
    return { by, seconds: Math.max(0, Math.ceil((at - performance.now()) / 1000)) }
  }

  async close(): Promise<void> {
    this.stayOpen()
    const opened = this.#opened
    this.#opened = undefined
    opened?.stopAnnouncing()
    await opened?.server.close()
  }

  lines() {
    return this.#opened?.server.lines.here() ?? new Map()
  }

  hangUp(desk: number): void {
    this.#opened?.server.hangUp(desk)
  }
}
