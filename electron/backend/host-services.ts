import type { DeskOverview } from '../../shared/features/desk/contract.ts'
import type { Printer } from '../../shared/features/print/contract.ts'
import type { Sides } from '../../shared/features/print/sides.ts'

export type PrintJob = {
  title: string
  pdf: Uint8Array
  /** Its name in the system; `systemPrinter` for the one that the system takes; '' or left out asks. */
  printer?: string
  copies?: number
  sides?: Sides
}

/**
 * What the backend asks of the host it runs in. The page reads `capabilities` and never asks which host it is:
 * with `print: 'page'` or `save: 'download'` the page does it itself and the backend must not call that service.
 */
export type HostServices = {
  readonly capabilities: {
    readonly print: 'system' | 'page'
    readonly save: 'dialog' | 'download'
    /** Left out where files cannot be opened in other programs. */
    readonly open?: 'system'
  }
  /**
   * Prints a PDF: on the named printer at once, or by the system print dialog where `printer` is '' or left out. `printed: false`
   * when the clerk cancels. @throws DomainError printer_failed, printer_silent
   */
  print(job: PrintJob): Promise<{ printed: boolean }>
  /** The printers of this computer; asked only with `print: 'system'`. */
  printers(): Promise<Printer[]>
  /** Where the system keeps secrets of this user; left out where it cannot. */
  readonly keyProtection?: KeyProtection
  /** What ended the program the last time; left out where a host cannot know. */
  readonly crashes?: CrashNotes
  /** What the page has typed and not saved, for when it dies; left out where a page that dies is gone. */
  readonly typed?: Map<string, string>
  /** How a new version is installed; left out where that is not ours to do. */
  readonly updates?: UpdateServices
  /** Lets other computers of the office in; left out where this program cannot. */
  readonly desks?: DeskOpening
  /** The line to a hub (Pusat); left out where none is. */
  readonly hubLine?: HubLine
  /** Save dialog, then an atomic write (temporary name, fsync, rename). `saved: false` when the clerk cancels. @throws DomainError disk_low */
  save(job: { name: string; bytes: Uint8Array }): Promise<{ saved: boolean }>
  /**
   * Opens a file in the program that the system has for it, out of a folder that goes when ours ends; false where there is none. Asked only
   * with `open: 'system'`.
   */
  open?(job: { name: string; bytes: Uint8Array }): Promise<{ opened: boolean }>
}

export type DeskOpening = {
  /** Null while nobody can come in. */
  readonly state: DeskOverview['open']
  /** 0 takes the usual port, or any free one. @throws DomainError port_in_use */
  open(port: number): Promise<{ port: number }>
  close(): Promise<void>
  /** Tells the desks, and calls `then` when the time is over or nobody is left. A second time it is begun anew. */
  closeSoon(by: string, seconds: number, then: () => unknown): void
  /** Takes that back. */
  stayOpen(): void
  /** Keeps this computer from sleeping while it is open, or no longer; only where `state.mayStay`. */
  keepAwake(on: boolean): void
  /** Desks that are connected now; `delay` in milliseconds. */
  lines(): ReadonlyMap<number, { delay: number | null }>
  /** Ends all that one desk has open. */
  hangUp(desk: number): void
}

/**
 * Asks a hub over HTTPS. Only a server with this fingerprint (SHA-256 of its certificate in hexadecimal) is told anything; null looks who
 * answers and asks what is open to everybody. @throws HubLineError
 */
export type HubLine = (question: {
  address: string
  fingerprint: string | null
  path: string
  /** 'centre.key' of who asks. */
  key?: string | undefined
  body?: unknown
  /** Milliseconds after which nobody waits any more. */
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
  /** Asks for an installer; null when the clerk cancels. `label` names where it lies: "diska E:". */
  choose(): Promise<{ installer: string; label: string } | null>
  /** Where an installer may lie (USB sticks, downloads), with what is called like one there. */
  places(): Promise<{ label: string; installers: string[] }[]>
  /** Ends the program at once, or waits for its end, and then runs a checked installer. A second order takes the place of the first. */
  install(order: InstallOrder): Promise<void>
  /** Takes back what was to run at the end. */
  cancel(): void
}

/** `starting` is called just before the installer is run, when the data is closed. 'now' opens the program again afterwards. */
export type InstallOrder = { installer: string; when: 'now' | 'closing'; starting(): void }

/** Seals bytes so that only this user on this machine opens them again. `open` throws for what it has not sealed. */
export type KeyProtection = { seal(bytes: Uint8Array): Uint8Array; open(sealed: Uint8Array): Uint8Array }

/** `text` holds nobody's data. `at` is an instant, ISO 8601 in UTC. */
export type CrashReport = { at: string; text: string }
export type CrashNotes = { last(): CrashReport | null; forget(): void }
