import type { DeskOverview } from '../../shared/features/desk/contract.ts'
import type { Printer } from '../../shared/features/print/contract.ts'
import type { Sides } from '../../shared/features/print/sides.ts'

export type PrintJob = {
  title: string
  pdf: Uint8Array
  /** Name in the system; `systemPrinter` for the default one; '' or undefined asks. */
  printer?: string
  copies?: number
  sides?: Sides
}

/**
 * What the backend needs from its host. The page reads `capabilities` and never checks which host it is: with `print: 'page'` or `save: 'download'`
 * the page does it itself, and the backend must not call that service.
 */
export type HostServices = {
  readonly capabilities: {
    readonly print: 'system' | 'page'
    readonly save: 'dialog' | 'download'
    /** Undefined if files cannot be opened in other programs. */
    readonly open?: 'system'
  }
  /**
   * Prints a PDF on the named printer, or with the system's dialog if `printer` is '' or undefined. `printed: false` if cancelled.
   * @throws DomainError printer_failed, printer_silent
   */
  print(job: PrintJob): Promise<{ printed: boolean }>
  /** The printers of this computer; only called with `print: 'system'`. */
  printers(): Promise<Printer[]>
  /** Secure storage of the system for this user; undefined if there is none. */
  readonly keyProtection?: KeyProtection
  /** The last crash; undefined if a host cannot know. */
  readonly crashes?: CrashNotes
  /** Unsaved text by person and form, to restore it after a crash of the page; undefined if the host keeps none. */
  readonly typed?: Map<string, string>
  /** Installs new versions; undefined if the host cannot. */
  readonly updates?: UpdateServices
  /** Serves other computers; undefined if the program cannot. */
  readonly desks?: DeskOpening
  /** Connection to a hub (Pusat); undefined if there is none. */
  readonly hubLine?: HubLine
  /** Save dialog, then an atomic write (temporary name, fsync, rename). `saved: false` if cancelled. @throws DomainError disk_low */
  save(job: { name: string; bytes: Uint8Array }): Promise<{ saved: boolean }>
  /**
   * Opens a copy of a file in the program of the system, in a folder that is deleted when this program ends; false if none opens it. Only called with
   * `open: 'system'`.
   */
  open?(job: { name: string; bytes: Uint8Array }): Promise<{ opened: boolean }>
}

export type DeskOpening = {
  /** Null while closed. */
  readonly state: DeskOverview['open']
  /** 0 uses the default port, or any free one. @throws DomainError port_in_use */
  open(port: number): Promise<{ port: number }>
  close(): Promise<void>
  /** Warns the desks, and calls `then` when the time is over or nobody is connected. Calling it again starts anew. */
  closeSoon(by: string, seconds: number, then: () => unknown): void
  /** Cancels `closeSoon`. */
  stayOpen(): void
  /** Other data is open now: other computers are told its name. */
  announceAgain(): void
  /** Prevents sleep while open, or stops that; only if `state.mayStay`. */
  keepAwake(on: boolean): void
  /** What Windows is asked for depends on `state.firewall`; only if `state.mayMend`. False if it was refused. */
  mendFirewall(): Promise<boolean>
  /** Connected desks; `delay` in ms. */
  lines(): ReadonlyMap<number, { delay: number | null }>
  /** Closes all connections of a desk. */
  hangUp(desk: number): void
}

/**
 * Calls a hub over HTTPS. Data is sent only to a server with this fingerprint (SHA-256 of its certificate, hexadecimal); null is for public requests
 * only and shows which server answers.
 * @throws HubLineError
 */
export type HubLine = (question: {
  address: string
  fingerprint: string | null
  path: string
  /** 'centre.key' of the caller. */
  key?: string | undefined
  body?: unknown
  /** Timeout in ms. */
  patience?: number
}) => Promise<{ status: number; body: unknown; fingerprint: string }>

export class HubLineError extends Error {
  readonly why: 'unreached' | 'other_certificate'
  constructor(why: HubLineError['why'], message: string) {
    super(message)
    this.name = 'HubLineError'
    this.why = why
  }
}

export type UpdateServices = {
  /** Lets the person choose an installer; null if cancelled. `label` is its location: "diska E:". */
  choose(): Promise<{ installer: string; label: string } | null>
  /** Places where an installer may be (USB sticks, downloads), with matching files. */
  places(): Promise<{ label: string; installers: string[] }[]>
  /** Runs a verified installer after closing the program, now or at its end. A second order replaces the first. */
  install(order: InstallOrder): Promise<void>
  /** Cancels the order. */
  cancel(): void
}

/** `starting` is called just before the installer runs, after the data is closed. 'now' also reopens the program. */
export type InstallOrder = { installer: string; when: 'now' | 'closing'; starting(): void }

/** Encrypts bytes for this user on this machine. `decrypt` throws for anything else. */
export type KeyProtection = { encrypt(bytes: Uint8Array): Uint8Array; decrypt(encrypted: Uint8Array): Uint8Array }

/** `text` has no personal data. `at` is ISO 8601 in UTC. */
export type CrashReport = { at: string; text: string }
export type CrashNotes = { last(): CrashReport | null; forget(): void }
