import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow as ElectronWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PrintJob } from '../../electron/backend/host-services.ts'
import { countPages, sheetOfPdf } from '../../electron/shell/pdf-sheet.ts'
import { shellServices } from '../../electron/shell/shell-services.ts'
import { app, BrowserWindow, dialog, session } from './electron-double.ts'

vi.mock('electron', () => import('./electron-double.ts'))

const window = new BrowserWindow({})
const services = shellServices(() => window as unknown as ElectronWindow)
const pdf = Buffer.from('%PDF-1.7\n/MediaBox [0 0 841.89 595.28]\n%%EOF')

test('the shell prints and saves with the dialogs of the system', () => {
  expect(services.capabilities).toEqual({ print: 'system', save: 'dialog', open: 'system' })
})

describe('saving', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'balai-save-'))
    dialog.showSaveDialog.mockReset()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('asks where, over our window, and writes there', async () => {
    const filePath = join(folder, 'hadir.pdf')
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    expect(await services.save({ name: 'Daftar hadir TR-2024-03.pdf', bytes: pdf })).toEqual({ saved: true })
    expect(readFileSync(filePath)).toEqual(pdf)
    expect(dialog.showSaveDialog).toHaveBeenCalledExactlyOnceWith(window, {
      title: 'Simpan berkas',
      buttonLabel: 'Simpan',
      defaultPath: join('Dokumen', 'Daftar hadir TR-2024-03.pdf'),
      filters: [{ name: 'Dokumen PDF', extensions: ['pdf'] }],
    })
  })

  test('asks in the home folder if Windows has no documents folder', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    const lost = vi.spyOn(app, 'getPath').mockImplementation(name => {
      if (name === 'documents') throw new Error("Failed to get 'documents' path")
      return name
    })
    await services.save({ name: 'a.pdf', bytes: pdf })
    lost.mockRestore()
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: join('home', 'a.pdf') })
  })

  test('cancelling writes nothing', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    expect(await services.save({ name: 'a.xlsx', bytes: pdf })).toEqual({ saved: false })
  })

  test('a file name cannot choose the folder', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' })
    await services.save({ name: '../../Startup/jahat.exe', bytes: pdf })
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: join('Dokumen', 'jahat.exe') })
  })

  test('a failing disk is an error, not a saved file', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: join(folder, 'tidak ada', 'a.pdf') })
    await expect(services.save({ name: 'a.pdf', bytes: pdf })).rejects.toMatchObject({
      data: { code: 'folder_unwritable', folder: join(folder, 'tidak ada') },
    })
  })

  test('a file that Excel has open gives a message, and stays unchanged', async () => {
    const filePath = join(folder, 'rekap.xlsx')
    writeFileSync(filePath, 'lama')
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath })
    const held = vi.spyOn(fs, 'rename').mockRejectedValue(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }))
    syncBuiltinESMExports()
    try {
      await expect(services.save({ name: 'rekap.xlsx', bytes: pdf })).rejects.toMatchObject({
        data: { code: 'file_in_use', name: 'rekap.xlsx' },
      })
      expect(held.mock.calls.length).toBeGreaterThan(1)
    } finally {
      held.mockRestore()
      syncBuiltinESMExports()
    }
    expect(readFileSync(filePath, 'utf8')).toBe('lama')
    expect(readdirSync(folder)).toEqual(['rekap.xlsx'])
  })
})

describe('printing', () => {
  type Answer = [printed: boolean, reason: string]
  const ready = (w: BrowserWindow) => void w.webContents.emit('-pdf-ready-to-print')
  const printWith = (answer: Answer, load = ready, chosen: Partial<PrintJob> = {}) => {
    BrowserWindow.onLoad = opened => {
      opened.webContents.print.mockImplementation((_settings, done) => done(...answer))
      load(opened)
    }
    return services.print({ title: 'Sertifikat TR-2024-03', pdf, ...chosen })
  }
  const printWindow = () => BrowserWindow.opened.at(-1)
  afterEach(() => {
    BrowserWindow.onLoad = () => undefined
  })

  test('shows the dialog of the system for the PDF, with its paper size', async () => {
    expect(await printWith([true, ''])).toEqual({ printed: true })
    const settings = printWindow()?.webContents.print.mock.calls[0]?.[0]
    expect(settings).toEqual({
      printBackground: true,
      margins: { marginType: 'none' },
      pageSize: { width: 210000, height: 297000 },
      landscape: true,
      copies: 1,
      collate: true,
      duplexMode: 'simplex',
    })
    expect(settings).not.toHaveProperty('silent')
  })

  test('prints on a named printer at once, with the number of copies', async () => {
    const chosen = { printer: 'EPSON_L3210', copies: 2 }
    expect(await printWith([true, ''], ready, chosen)).toEqual({ printed: true })
    expect(printWindow()?.webContents.print.mock.calls[0]?.[0]).toMatchObject({
      silent: true,
      deviceName: 'EPSON_L3210',
      copies: 2,
      landscape: true,
    })
    await expect(printWith([false, 'Invalid deviceName provided'], ready, chosen)).rejects.toMatchObject({
      data: { code: 'printer_failed', printer: 'EPSON_L3210' },
    })
  })

  test.each([
    ['LONG', 'longEdge'],
    ['SHORT', 'shortEdge'],
  ] as const)('on both sides, turned over the %s edge', async (sides, duplexMode) => {
    await printWith([true, ''], ready, { printer: 'A', sides })
    expect(printWindow()?.webContents.print.mock.calls[0]?.[0]).toMatchObject({ duplexMode })
  })

  test('prints on the default printer without naming one', async () => {
    await printWith([true, ''], ready, { printer: '*' })
    const settings = printWindow()?.webContents.print.mock.calls[0]?.[0]
    expect(settings).toMatchObject({ silent: true })
    expect(settings).not.toHaveProperty('deviceName')
    await expect(printWith([false, 'failed'], ready, { printer: '*' })).rejects.toMatchObject({
      data: { code: 'printer_failed', printer: 'bawaan Windows' },
    })
  })

  test('an unknown paper size is left to the printer', async () => {
    await printWith([true, ''], ready, { printer: 'A', pdf: Buffer.from('%PDF-1.7\n%%EOF') })
    const settings = printWindow()?.webContents.print.mock.calls[0]?.[0]
    expect(settings).toMatchObject({ usePrinterDefaultPageSize: true })
    expect(settings).not.toHaveProperty('pageSize')
  })

  test('a job that never ends is reported after a minute; a dialog may stay open for ever', async () => {
    vi.useFakeTimers()
    try {
      BrowserWindow.onLoad = opened => {
        opened.webContents.print.mockImplementation(() => undefined)
        ready(opened)
      }
      const silent = services.print({ title: 'x', pdf, printer: 'EPSON_L3210' })
      const rejection = expect(silent).rejects.toMatchObject({
        data: { code: 'printer_silent', printer: 'EPSON_L3210' },
      })
      await vi.advanceTimersByTimeAsync(61_000)
      expect(printWindow()?.destroyed).toBe(false)
      await vi.advanceTimersByTimeAsync(2_000)
      await rejection
      expect(printWindow()?.destroyed).toBe(true)
      let ended = false
      void services.print({ title: 'x', pdf }).finally(() => {
        ended = true
      })
      await vi.advanceTimersByTimeAsync(3_600_000)
      expect(ended).toBe(false)
    } finally {
      vi.useRealTimers()
    }
  })

  test('lists the printers of the computer by their display names', async () => {
    window.webContents.getPrintersAsync.mockResolvedValue([
      { name: 'EPSON_L3210', displayName: 'EPSON L3210 (loket)', description: '', options: { isDefault: 'true' } },
      { name: 'PDF', displayName: '', description: '', options: {} },
    ])
    expect(await services.printers()).toEqual([
      { name: 'EPSON_L3210', label: 'EPSON L3210 (loket)', preferred: true },
      { name: 'PDF', label: 'PDF', preferred: false },
    ])
  })

  test('uses a hidden window, isolated like the page, and closed afterwards', async () => {
    await printWith([true, ''])
    expect(printWindow()?.options).toMatchObject({
      show: false,
      parent: window,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, plugins: true },
    })
    expect(printWindow()?.options.webPreferences).not.toHaveProperty('preload')
    expect(printWindow()?.destroyed).toBe(true)
  })

  test('cancelling is no failure, a failing printer is one', async () => {
    expect(await printWith([false, 'Print job canceled'])).toEqual({ printed: false })
    await expect(printWith([false, 'Print job failed'])).rejects.toThrow('Print job failed')
    expect(printWindow()?.destroyed).toBe(true)
  })

  test('a PDF that cannot be shown is a failure', async () => {
    const broken = printWith([true, ''], () => {
      throw new Error('ERR_FAILED')
    })
    await expect(broken).rejects.toThrow('ERR_FAILED')
    expect(printWindow()?.destroyed).toBe(true)
  })

  test('the PDF has an address only while printing, with the title of the job', async () => {
    let address = ''
    let during: Promise<Response> | undefined
    await printWith([true, ''], opened => {
      address = opened.webContents.url
      during = session.partitions.get('persist:print')?.fetch(address)
      opened.webContents.emit('-pdf-ready-to-print')
    })
    expect(address).toMatch(/^app:\/\/print\/[\w-]{36}\/Sertifikat%20TR-2024-03\.pdf$/)
    const answer = await during
    expect(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(pdf)
    expect(answer?.headers.get('cache-control')).toBe('no-store')
    expect((await session.partitions.get('persist:print')?.fetch(address))?.status).toBe(404)
  })

  test('the print window has no network, no files and no permissions', async () => {
    await printWith([true, ''])
    const own = session.partitions.get('persist:print')
    expect(
      ['https://contoh.id/', 'http://127.0.0.1/', 'ws://contoh.id', 'file:///C:/a'].map(url => own?.loads(url)),
    ).toEqual([false, false, false, false])
    expect(own?.loads('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html')).toBe(true)
    const decide = vi.fn()
    own?.permissionRequest?.({}, 'media', decide, { mediaTypes: ['video'], isMainFrame: true })
    expect(decide).toHaveBeenCalledExactlyOnceWith(false)
    expect(own?.permissionCheck?.({}, 'media', 'app://print', {})).toBe(false)
  })
})

describe('the paper size of a PDF', () => {
  const sheet = (text: string) => sheetOfPdf(Buffer.from(text))

  test('is read from its first page', () => {
    expect(sheet('/MediaBox [0 0 595.28 841.89]')).toEqual({
      pageSize: { width: 210000, height: 297000 },
      landscape: false,
    })
    expect(sheet('/MediaBox[0 0 609.45 935.43] … /MediaBox [0 0 1 1]')).toEqual({
      pageSize: { width: 215000, height: 330000 },
      landscape: false,
    })
  })

  test('counts the pages found in the plain text of the file, at least one', () => {
    expect(countPages(Buffer.from('/Type /Pages /Type /Page /Type/Page>>'))).toBe(2)
    expect(countPages(Buffer.from(''))).toBe(1)
  })

  test('is left to the printer if it cannot be read', () => {
    expect(sheet('/MediaBox 12 0 R')).toBeUndefined()
    expect(sheet('/MediaBox [0 0 0 841.89]')).toBeUndefined()
    expect(sheet('')).toBeUndefined()
  })
})
