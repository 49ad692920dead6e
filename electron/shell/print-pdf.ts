import { randomUUID } from 'node:crypto'
import { type EventEmitter, once } from 'node:events'
import { BrowserWindow, type Session, session } from 'electron'
import { type Printer, systemPrinter } from '../../shared/features/print/contract.ts'
import type { Sides } from '../../shared/features/print/sides.ts'
import { DomainError } from '../backend/domain-error.ts'
import type { PrintJob } from '../backend/host-services.ts'
import { appScheme } from './app-origin.ts'
import { countPages, sheetOfPdf } from './pdf-sheet.ts'

const readyWithin = 30_000
/**
 * Milliseconds. A job without a dialog that reports nothing for this long (plus the time for each page) will never report anything: some drivers do
 * that.
 */
const silence = { job: 60_000, page: 2_000 }
const duplexModes = { SINGLE: 'simplex', LONG: 'longEdge', SHORT: 'shortEdge' } as const satisfies Record<Sides, string>
const waiting = new Map<string, Uint8Array>()
let printSession: Session | undefined

/**
 * Prints a PDF on the named printer, or shows the system print dialog over `parent` if none is named. The PDF is opened by Chromium's own viewer in a
 * hidden window with a separate session, because the strict policy of our page would block that viewer. Throws when the PDF cannot be shown or the
 * printer fails; cancelling is `printed: false`.
 */
export async function printPdf(job: PrintJob, parent?: BrowserWindow): Promise<{ printed: boolean }> {
  const { title, pdf } = job
  const address = `${appScheme}://print/${randomUUID()}/${encodeURIComponent(title)}.pdf`
  const window = new BrowserWindow({
    show: false,
    ...(parent && { parent }),
    webPreferences: {
      session: openPrintSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      plugins: true,
    },
  })
  waiting.set(address, pdf)
  try {
    // The event is internal, but Electron's own tests use it; printing as soon as the page has loaded gives blank sheets.
    const contents: EventEmitter = window.webContents
    const ready = once(contents, '-pdf-ready-to-print', { signal: AbortSignal.timeout(readyWithin) })
    await Promise.all([ready, window.loadURL(address)])
    return await askPrinter(window, job)
  } finally {
    waiting.delete(address)
    window.destroy()
  }
}

async function askPrinter(
  window: BrowserWindow,
  { pdf, printer = '', copies = 1, sides = 'SINGLE' }: PrintJob,
): Promise<{ printed: boolean }> {
  const silent = printer !== ''
  const label = printer === systemPrinter ? 'bawaan Windows' : printer
  const settings = {
    printBackground: true,
    margins: { marginType: 'none' as const },
    copies,
    collate: true,
    // Always set: without it Electron prints on one side, whatever the printer's setting.
    duplexMode: duplexModes[sides],
    ...(silent && { silent }),
    ...(silent && printer !== systemPrinter && { deviceName: printer }),
    // Without a size Electron uses A4; the printer knows better which paper is loaded.
    ...(sheetOfPdf(pdf) ?? { usePrinterDefaultPageSize: true }),
  }
  const answer = new Promise<{ printed: boolean }>((resolve, reject) => {
    window.webContents.print(settings, (printed, reason) => {
      if (printed || /cancel/i.test(reason)) resolve({ printed })
      else if (silent) reject(new DomainError({ code: 'printer_failed', printer: label }))
      else reject(new Error(`Printing failed: ${reason}`))
    })
  })
  // A dialog may stay open as long as the user likes.
  if (!silent) return answer
  const { promise: late, reject } = Promise.withResolvers<never>()
  const limit = silence.job + silence.page * countPages(pdf) * copies
  const timer = setTimeout(() => reject(new DomainError({ code: 'printer_silent', printer: label })), limit)
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}

export async function listPrinters(window: BrowserWindow | undefined): Promise<Printer[]> {
  const printers = (await window?.webContents.getPrintersAsync()) ?? []
  return printers.map(({ name, displayName, options }) => ({
    name,
    label: displayName === '' ? name : displayName,
    preferred: isPreferred(options),
  }))
}

/** Chromium reports the system's default printer only on some systems, in the options of the printer. */
function isPreferred(options: object): boolean {
  const { isDefault } = options as { isDefault?: unknown }
  return isDefault === true || isDefault === 'true'
}

/** Named `persist:` because in-memory sessions do not have the viewer; response headers forbid storing anything. */
function openPrintSession(): Session {
  if (printSession) return printSession
  printSession = session.fromPartition('persist:print')
  printSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  printSession.setPermissionCheckHandler(() => false)
  printSession.setDevicePermissionHandler(() => false)
  printSession.on('will-download', event => event.preventDefault())
  // The viewer loads its parts from chrome-extension:// and chrome://resources; the network and files stay closed.
  printSession.webRequest.onBeforeRequest(({ url }, decide) =>
    decide({ cancel: /^(https?|wss?|ftp|file):/i.test(url) }),
  )
  printSession.protocol.handle(appScheme, request => {
    const pdf = waiting.get(request.url)
    if (!pdf || request.method !== 'GET') return new Response(null, { status: 404 })
    return new Response(Buffer.from(pdf), {
      headers: { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' },
    })
  })
  return printSession
}
