import * as electron from 'electron'
import { type Clock, momentOf } from '../backend/clock.ts'
import type { Desk } from '../backend/desk.ts'
import { lockedChannel } from './connect-channel.ts'

/** Whoever locks Windows or closes the lid leaves: the place is locked at once, and the page is told, so that it shows nothing afterwards. */
export function lockWithSystem(desk: Desk, clock: Clock, ourPage: () => electron.WebContents | undefined): void {
  tellLocked(ourPage, () => desk.lock(momentOf(clock).at))
}

/** At a desk the page alone is told, and locks itself with its house. */
export function tellLocked(ourPage: () => electron.WebContents | undefined, before: () => void = () => {}): void {
  const lock = () => {
    before()
    ourPage()?.send(lockedChannel)
  }
  // A host that stands in for Electron need not have it.
  const { powerMonitor } = electron as Partial<Pick<typeof electron, 'powerMonitor'>>
  powerMonitor?.on('lock-screen', lock)
  powerMonitor?.on('suspend', lock)
}
