import { DomainError } from '../domain-error.ts'
import { ScanWorker } from './scan-worker.ts'

/** The file of a class may have two sides for each of sixty people. */
const mostPages = 150

/**
 * As `readQrCodes`, but in a separate thread: a page takes a second, and the window must stay responsive.
 * @throws DomainError scan_too_long, file_takes_too_long
 */
export async function readQrCodesApart(bytes: Uint8Array): Promise<string[] | null> {
  const worker = new ScanWorker()
  try {
    const opened = await worker.ask({ kind: 'open', bytes })
    if (!opened) return null
    if (opened.pages > mostPages) throw new DomainError({ code: 'scan_too_long', pages: mostPages })
    const pages: string[][] = []
    for (let page = 0; page < opened.pages; page += 1) {
      const looked = await worker.ask({ kind: 'look', page })
      if (looked) pages.push(looked.codes)
    }
    return pages.length > 0 ? pages.flat() : null
  } finally {
    await worker.close()
  }
}
