import { hostname } from 'node:os'
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
  /** Whether the office network hears of it. */
  readonly announced?: boolean
}

type Opened = {
  server: DeskServer
  stopAnnouncing: () => void
  certificate: HostCertificate
  since: string
  port: number
}

/** The switch "Buka untuk meja lain": opens and closes the house to other computers. `connect` it once there is a backend. */
export class DeskSwitch implements DeskOpening {
  readonly #options: Options
  #backend: Backend | undefined
  #opened: Opened | undefined

  constructor(options: Options) {
    this.#options = options
  }

  connect(backend: Backend): void {
    this.#backend = backend
  }

  get state(): DeskOpening['state'] {
    if (!this.#opened) return null
    const { since, port, certificate } = this.#opened
    return { since, port, addresses: officeAddresses(), host: hostname(), certificateFrom: certificate.from }
  }

  async open(port: number, since = new Date().toISOString().slice(0, 19)): Promise<{ port: number }> {
    if (this.#opened) return { port: this.#opened.port }
    const backend = this.#backend
    if (!backend) throw new Error('no backend')
    const { dataFolder, files, services, announced = true } = this.#options
    const certificate = hostCertificate(new KeyStore(dataFolder, services.keyProtection), new Date())
    const { router, door } = backend
    const server = await startDeskServer({ router, door, files, certificate, services, port })
    const stopAnnouncing = announced
      ? announce({ centre: door.name(), port: server.port, fingerprint: certificate.fingerprint })
      : () => undefined
    this.#opened = { server, stopAnnouncing, certificate, since, port: server.port }
    return { port: server.port }
  }

  /** As it was left, when the program is started again. A port that is taken meanwhile leaves it closed. */
  async reopen(): Promise<void> {
    const left = this.#backend?.door.leftOpen()
    if (left) await this.open(left.port, left.since)
  }

  async close(): Promise<void> {
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
