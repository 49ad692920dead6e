import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { saveFile } from '../backend/files/save-file.ts'
import type { HostServices } from '../backend/host-services.ts'
import { printPdf } from './print-pdf.ts'

const kinds: Record<string, string> = {
  '.pdf': 'Dokumen PDF',
  '.xlsx': 'Buku kerja Excel',
  '.zip': 'Arsip ZIP',
  '.csv': 'Data CSV',
  '.html': 'Halaman web',
  '.json': 'Data JSON',
}

/** What the shell does for the backend: the dialogs of the system, over our window. */
export function shellServices(ourWindow: () => BrowserWindow | undefined): HostServices {
  return {
    capabilities: { print: 'system', save: 'dialog' },
    print: job => printPdf(job, ourWindow()),
    async save({ name, bytes }) {
      const ending = extname(name)
      const options = {
        title: 'Simpan berkas',
        buttonLabel: 'Simpan',
        // Only the name counts: where it goes is the clerk's choice.
        defaultPath: join(app.getPath('documents'), basename(name)),
        filters: ending ? [{ name: kinds[ending] ?? 'Berkas', extensions: [ending.slice(1)] }] : [],
      }
      const window = ourWindow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      if (canceled || !filePath) return { saved: false }
      await saveFile(filePath, bytes)
      return { saved: true }
    },
  }
}
