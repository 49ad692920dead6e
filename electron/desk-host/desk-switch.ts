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
  readonly firewall?: Firewall
}

/** The firewall of this computer. */
export type Firewall = {
  /** Called again when the last reading is old. */
  read(): Promise<FirewallReading | null>
  /** Opens the page of the system where a public network is made private. */
  openSettings(): Promise<boolean>
  /** Asks the person to let desks in at this port; false if refused. */
  allow(port: number): Promise<boolean>
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
      mayMend: this.#options.firewall !== undefined,
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
      void this.#readFirewall(firewall)
    }
    return this.#wall.reading
  }

  async #readFirewall(firewall: Firewall): Promise<void> {
    this.#wall = { reading: await firewall.read(), at: performance.now() }
  }

  async mendFirewall(): Promise<boolean> {
    const { firewall } = this.#options
    if (!firewall || !this.#opened) return false
    if (this.#wall.reading?.state === 'public') return firewall.openSettings()
    const allowed = await firewall.allow(this.#opened.port)
    await this.#readFirewall(firewall)
    return allowed
  }

  async open(port: number, since = new Date().toISOString().slice(0, 19)): Promise<{ port: number }> {
    if (this.#opened) return { port: this.#opened.port }
    const backend = this.#backend
    if (!backend) throw new Error('no backend')
    const { dataFolder, files, services } = this.#options
    const certificate = hostCertificate(new KeyStore(dataFolder, services.keyProtection), new Date())
    const { router, hosting } = backend
    const server = await startDeskServer({
      ...{ router, hosting, files, certificate, services, port },
      closing: () => this.#closingNow(),
    })
    const stopAnnouncing = () => undefined
    this.#opened = { server, stopAnnouncing, certificate, since, port: server.port }
    this.announceAgain()
    return { port: server.port }
  }

  announceAgain(): void {
    const [opened, hosting] = [this.#opened, this.#backend?.hosting]
    if (!opened || !hosting || this.#options.announced === false) return
    opened.stopAnnouncing()
    const { port, certificate } = opened
    const what = { centre: hosting.name(), practice: hosting.practice(), port, fingerprint: certificate.fingerprint }
    opened.stopAnnouncing = announce(what)
  }

  /** Restores the last state at a start of the program. If the port is taken meanwhile it stays closed. */
  async reopen(): Promise<void> {
    const former = this.#backend?.hosting.leftOpen()
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
