import * as electron from 'electron'
import { type Clock, momentOf } from '../backend/clock.ts'
import type { Desk } from '../backend/desk.ts'
import { lockedChannel } from './connect-channel.ts'

/** When Windows is locked or the lid closed, the desk is locked at once, and the page is notified so that it shows nothing afterwards. */
export function lockWithSystem(desk: Desk, clock: Clock, ourPage: () => electron.WebContents | undefined): void {
  tellLocked(ourPage, () => desk.lock(momentOf(clock).at))
}

/** At a desk only the page is notified; it locks itself at the host. */
export function tellLocked(ourPage: () => electron.WebContents | undefined, before: () => void = () => {}): void {
  const lock = () => {
    before()
    ourPage()?.send(lockedChannel)
  }
  // A test double of Electron need not have it.
  const { powerMonitor } = electron as Partial<Pick<typeof electron, 'powerMonitor'>>
  powerMonitor?.on('lock-screen', lock)
  powerMonitor?.on('suspend', lock)
}
