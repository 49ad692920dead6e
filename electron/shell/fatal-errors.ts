import { app, type BrowserWindow, dialog } from 'electron'
import { domainErrorMessage } from '../../shared/domain-error.ts'
import { DomainError } from '../backend/domain-error.ts'
import { isBrokenDownload } from '../browser-host/broken-download.ts'
import { writeCrashReport } from './crash-report.ts'

/** Milliseconds: a page that crashes again this soon would crash for ever. */
const soon = 60_000

/** From here on an uncaught error ends the program with a message in Indonesian instead of a silent or English one. */
export function catchFatalErrors(): void {
  process.on('uncaughtException', endWithMessage)
  process.on('unhandledRejection', endUnlessBrokenDownload)
}

/** Other computers of the office load files from here, and may break off. */
export function endUnlessBrokenDownload(error: unknown): void {
  if (!isBrokenDownload(error)) endWithMessage(error)
}

/** Shows what happened, writes a report for the next start, and ends. A DomainError is shown with its own message. */
export function endWithMessage(error: unknown): void {
  if (error instanceof DomainError) {
    dialog.showErrorBox('Balai tidak dapat dibuka', domainErrorMessage(error.data))
  } else {
    const noted = writeCrashReport(app.getPath('userData'), app.getVersion(), error)
    dialog.showErrorBox(
      'Balai harus ditutup',
      [
        'Terjadi kesalahan yang tidak terduga. Data yang sudah disimpan tetap aman.',
        noted
          ? 'Buka Balai lagi. Di Beranda ada laporan tanpa data pribadi yang dapat disalin untuk petugas yang membantu.'
          : `Buka Balai lagi. Kesalahan: ${error instanceof Error ? error.message : String(error)}`,
      ].join('\n\n'),
    )
  }
  app.exit(1)
}

/**
 * When the page's process crashes, the program goes on and reloads the page where it was; the backend keeps what was typed. Only if the page crashes
 * again at once the user is asked, because reloading for ever would not help.
 */
export function reloadAfterCrash(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const again = performance.now() - last < soon
    last = performance.now()
    if (!again || askWhetherToReload(window)) window.webContents.reload()
    else app.quit()
  })
}

function askWhetherToReload(window: BrowserWindow): boolean {
  return (
    dialog.showMessageBoxSync(window, {
      type: 'error',
      title: 'Balai',
      message: 'Layar Balai berulang kali berhenti bekerja',
      detail: 'Data yang sudah disimpan tetap aman. Tutup program lain bila memori komputer penuh, lalu coba lagi.',
      buttons: ['Muat ulang', 'Tutup Balai'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    }) === 0
  )
}
