import { randomUUID } from 'node:crypto'
import { type EventEmitter, once } from 'node:events'
import { BrowserWindow, type Session, session } from 'electron'
import { appScheme } from './app-origin.ts'
import { sheetOfPdf } from './pdf-sheet.ts'

type PrintJob = { readonly title: string; readonly pdf: Uint8Array }

const readyWithin = 30_000
const waiting = new Map<string, Uint8Array>()
let printSession: Session | undefined

/**
 * Shows the system print dialog for a PDF, over `parent`. The PDF is opened in a window that is never shown, by
 * Chromium's own viewer, in a session of its own: our page's strict policy would not let that viewer load.
 * Throws when the PDF cannot be shown or the printer fails; cancelling is `printed: false`.
 */
export async function printPdf({ title, pdf }: PrintJob, parent?: BrowserWindow): Promise<{ printed: boolean }> {
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
    // Electron's own tests wait for this event; printing as soon as the page has loaded gives blank sheets.
    const contents: EventEmitter = window.webContents
    const ready = once(contents, '-pdf-ready-to-print', { signal: AbortSignal.timeout(readyWithin) })
    await Promise.all([ready, window.loadURL(address)])
    return await askPrinter(window, pdf)
  } finally {
    waiting.delete(address)
    window.destroy()
  }
}

function askPrinter(window: BrowserWindow, pdf: Uint8Array): Promise<{ printed: boolean }> {
  const settings = { printBackground: true, margins: { marginType: 'none' as const }, ...sheetOfPdf(pdf) }
  return new Promise((resolve, reject) => {
    window.webContents.print(settings, (printed, reason) => {
      if (printed || /cancel/i.test(reason)) resolve({ printed })
      else reject(new Error(`Printing failed: ${reason}`))
    })
  })
}

/** Named `persist:` because the viewer is missing from sessions in memory; the answers say that nothing may be kept. */
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
