import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { domainErrorMessage } from '../../shared/domain-error.ts'
import { DomainError } from '../backend/domain-error.ts'

/** From here on an error that nobody caught ends the program in words instead of a silent or English death. */
export function catchFatalErrors(): void {
  process.on('uncaughtException', endWithMessage)
  process.on('unhandledRejection', endWithMessage)
}

/** Says what happened, writes the stack beside the data, ends. A broken rule is said in its own words. */
export function endWithMessage(error: unknown): void {
  const log = join(app.getPath('userData'), 'kesalahan.log')
  if (error instanceof DomainError) {
    dialog.showErrorBox('Balai tidak dapat dibuka', domainErrorMessage(error.data))
  } else {
    const noted = note(log, error)
    dialog.showErrorBox(
      'Balai harus ditutup',
      [
        'Terjadi kesalahan yang tidak terduga. Data yang sudah disimpan tetap aman.',
        'Buka Balai lagi. Jika terulang, hubungi petugas yang merawat komputer ini.',
        noted ? `Catatan kesalahan: ${log}` : `Kesalahan: ${error instanceof Error ? error.message : String(error)}`,
      ].join('\n\n'),
    )
  }
  app.exit(1)
}

/** When the page's own process dies the program lives on: the clerk may load the page again. Nothing saved is lost. */
export function reloadAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const answer = dialog.showMessageBoxSync(window, {
      type: 'error',
      title: 'Balai',
      message: 'Layar Balai berhenti bekerja',
      detail: 'Data yang sudah disimpan tetap aman. Isian yang belum disimpan harus diketik lagi.',
      buttons: ['Muat ulang', 'Tutup Balai'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (answer === 0) window.webContents.reload()
    else app.quit()
  })
}

function note(log: string, error: unknown): boolean {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    mkdirSync(dirname(log), { recursive: true })
    appendFileSync(log, `${new Date().toISOString()} Balai ${app.getVersion()}\n${stack}\n\n`)
    return true
  } catch {
    return false
  }
}
