import type { JoinWaited } from '../../../shared/features/desk/place.ts'

/** How this computer comes into a house: in a browser the page does it, in the installed program the shell. */
export interface Pairer {
  /** Answers the four words. `address` is where the house is; '' for the one that the page came from. @throws DoorError */
  ask: (asked: { address: string; code: string; name: string }) => Promise<string[]>
  compare: (same: boolean) => Promise<unknown>
  /** What became of it until now. */
  wait: () => Promise<JoinWaited>
}
