import { type BrowserWindow, dialog } from 'electron'

/** A page with unsaved work refuses to go, and Electron would leave the window open without a word. */
export function askBeforeUnload(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', event => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Balai',
      message: 'Ada isian yang belum disimpan',
      detail: 'Bila ditutup sekarang, isian di halaman ini hilang.',
      buttons: ['Kembali ke isian', 'Tutup tanpa menyimpan'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Prevented means here: the page is not asked any longer.
    if (answer === 1) event.preventDefault()
  })
}
