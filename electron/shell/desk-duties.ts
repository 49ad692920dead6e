import { type BrowserWindow, dialog, powerSaveBlocker } from 'electron'

/** Milliseconds between two looks at whether this computer must stay awake. */
const look = 10_000

/** Closing the program here ends the work of everybody: asked while somebody works at a desk. */
export function askBeforeLeaving(window: BrowserWindow, people: () => readonly string[]): void {
  let agreed = false
  window.on('close', event => {
    const names = people()
    if (agreed || names.length === 0) return
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Balai',
      message: `Tutup untuk ${names.length} meja?`,
      detail: `${names.join(', ')} berhenti bekerja. Isian mereka tetap ada di mejanya, dan dikirim saat Balai dibuka lagi.`,
      buttons: ['Tetap buka', 'Tutup Balai'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    if (answer === 1) agreed = true
    else event.preventDefault()
  })
}

/** Keeps the computer from falling asleep while others work with its data; the screen may go dark. */
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
