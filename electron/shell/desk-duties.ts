import { type BrowserWindow, dialog, powerSaveBlocker } from 'electron'
import type { DeskOpening } from '../backend/host-services.ts'

/** Milliseconds between two checks whether this computer must stay awake. */
const look = 10_000

/** Seconds that people at desks get to finish. */
const grace = 60

/**
 * Closing the program here ends the work at all desks: asks for confirmation while someone works at a desk, and announces it there before it happens.
 */
export function askBeforeLeaving(
  window: BrowserWindow,
  desks: Pick<DeskOpening, 'state' | 'closeSoon' | 'stayOpen'>,
  who: () => { people: readonly string[]; by: string },
): void {
  let agreed = false
  window.on('close', event => {
    const { people, by } = who()
    if (agreed || people.length === 0) return
    event.preventDefault()
    const seconds = desks.state?.closing?.seconds
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Balai',
      message: seconds === undefined ? `Tutup untuk ${people.length} meja?` : `Balai ditutup ${seconds} detik lagi`,
      detail: `${people.join(', ')} berhenti bekerja. Isian mereka tetap ada di mejanya, dan dikirim saat Balai dibuka lagi.`,
      buttons: ['Tetap buka', seconds === undefined ? `Tutup dalam ${grace} detik` : 'Tutup sekarang'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    const leave = () => {
      agreed = true
      window.close()
    }
    if (answer === 0) desks.stayOpen()
    else if (seconds === undefined) desks.closeSoon(by, grace, leave)
    else leave()
  })
}

/** Keeps the computer from sleeping while others work with its data; the screen may go dark. */
export function stayAwakeFor(isNeeded: () => boolean): { stop(): void } {
  let blocker: number | null = null
  const check = () => {
    if (isNeeded() && blocker === null) blocker = powerSaveBlocker.start('prevent-app-suspension')
    else if (!isNeeded() && blocker !== null) end()
  }
  const end = () => {
    if (blocker !== null) powerSaveBlocker.stop(blocker)
    blocker = null
  }
  const timer = setInterval(check, look)
  check()
  return {
    stop() {
      clearInterval(timer)
      end()
    },
  }
}
