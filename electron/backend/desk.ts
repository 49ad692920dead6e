import type { Role } from '../../shared/features/access/roles.ts'
import type { OperatorId } from '../../shared/ids.ts'
import type { HostServices } from './host-services.ts'

/** Who acts. `id` is null for a process that reads the data folder itself and has no account in it. */
export type Person = {
  readonly id: OperatorId | null
  readonly name: string
  readonly roles: readonly Role[]
}

/**
 * Where a call comes from: a window, a browser, a paired computer, or a process on the data folder. A host makes one for each and hands it over
 * with every call, so that dialogs and printers are those of the place, and the person is whoever signed in there.
 */
export class Desk {
  /** As the history of changes says it: 'PC utama', 'Loket 1', 'Baris perintah'. */
  readonly name: string
  readonly host: HostServices
  /** In whose name a process acts that holds the data folder itself: it may do everything. Null for a place where people sign in. */
  readonly process: string | null

  constructor(name: string, host: HostServices, process: string | null = null) {
    this.name = name
    this.host = host
    this.process = process
  }
}

/** What a host hands over with each call: `handler.handle(request, { context })`. */
export type CallContext = { readonly desk: Desk }

/** The computer that holds the data. */
export const mainDesk = 'PC utama'
