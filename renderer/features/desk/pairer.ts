import type { JoinWaited } from '../../../shared/features/desk/place.ts'

/** Pairs this computer with a host: in a browser by the page, in the installed program by the shell. */
export interface Pairer {
  /** Returns the four words. `address` is that of the host; '' for the host of this page. @throws EndpointError */
  ask: (request: { address: string; code: string; name: string }) => Promise<string[]>
  compare: (same: boolean) => Promise<unknown>
  /** The present state of the request. */
  wait: () => Promise<JoinWaited>
}
