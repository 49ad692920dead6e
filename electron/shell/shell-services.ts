import { mkdtempSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { DomainError } from '../backend/domain-error.ts'
import { saveFile } from '../backend/files/save-file.ts'
import type { HostServices } from '../backend/host-services.ts'
import { hubLine } from '../host/hub-line.ts'
import { listPrinters, printPdf } from './print-pdf.ts'
import { userFolder } from './user-folder.ts'

const kinds: Record<string, string> = {
  '.pdf': 'Dokumen PDF',
  '.xlsx': 'Buku kerja Excel',
  '.docx': 'Dokumen Word',
  '.zip': 'Arsip ZIP',
  '.csv': 'Data CSV',
  '.html': 'Halaman web',
  '.json': 'Data JSON',
}

/** What the shell does for the backend: the dialogs of the system, over our window. */
export function shellServices(ourWindow: () => BrowserWindow | undefined): HostServices {
  return {
    capabilities: { print: 'system', save: 'dialog', open: 'system' },
    hubLine,
    print: job => printPdf(job, ourWindow()),
    printers: () => listPrinters(ourWindow()),
    async save({ name, bytes }) {
      const ending = extname(name)
      const options = {
        title: 'Simpan berkas',
        buttonLabel: 'Simpan',
        // Only the name is used: the user chooses the folder.
        defaultPath: join(userFolder('documents'), basename(name)),
        filters: ending ? [{ name: kinds[ending] ?? 'Berkas', extensions: [ending.slice(1)] }] : [],
      }
      const window = ourWindow()
      const { canceled, filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options))
      if (canceled || !filePath) return { saved: false }
      await saveFile(filePath, bytes).catch((error: unknown) => {
        throw saveError(error, dirname(filePath))
      })
      return { saved: true }
    },
    open: openElsewhere,
  }
}

/** File types that may be opened in Word or Excel; none of them can run code by itself. */
const opened: readonly string[] = ['.docx', '.xlsx']

let openedFolder: string | undefined

/** Opens a copy. Its folder is deleted when the program ends, because the file names people. */
async function openElsewhere({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<{ opened: boolean }> {
  if (!opened.includes(extname(name).toLowerCase())) return { opened: false }
  if (openedFolder === undefined) {
    const folder = mkdtempSync(join(app.getPath('temp'), 'balai-'))
    openedFolder = folder
    app.on('quit', () => rmSync(folder, { recursive: true, force: true }))
  }
  const path = join(mkdtempSync(join(openedFolder, '-')), basename(name))
  await saveFile(path, bytes)
  // Returns an error message, '' if it opened.
  return { opened: (await shell.openPath(path)) === '' }
}

/** The user can fix a full disk or a read-only folder, so these become a DomainError with a message instead of an incident. */
function saveError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return new DomainError({ code: 'disk_full' })
  if (code === 'EPERM' || code === 'EACCES' || code === 'EROFS' || code === 'ENOENT')
    return new DomainError({ code: 'folder_unwritable', folder })
  return error
}
