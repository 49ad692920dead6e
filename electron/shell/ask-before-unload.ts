import { type BrowserWindow, dialog } from 'electron'

/** A page with unsaved work refuses to close, and Electron alone would keep the window open without a message. */
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
    // Here preventDefault means: close without asking the page again.
    if (answer === 1) event.preventDefault()
  })
}
