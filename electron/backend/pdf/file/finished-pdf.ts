import { PDFDocument } from '@cantoo/pdf-lib'

/** Null if the bytes are no PDF, damaged or encrypted. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    return document.getPageCount() > 0 ? document : null
  } catch {
    return null
  }
}

export async function pageCountOf(bytes: Uint8Array): Promise<number | null> {
  return (await openPdf(bytes))?.getPageCount() ?? null
}

/** Size of the first page in mm as displayed, and the number of pages; null if it is no PDF. */
export async function measurePdf(bytes: Uint8Array): Promise<{ pages: number; width: number; height: number } | null> {
  const document = await openPdf(bytes)
  if (!document) return null
  const { width, height } = document.getPage(0).getSize()
  const millimetres = (length: number) => Math.round((length * 25.4 * 10) / 72) / 10
  return { pages: document.getPageCount(), width: millimetres(width), height: millimetres(height) }
}

/** Only these pages (from 1), in a file with a plain page size, which is passed to the printer. @param shift offset of everything in mm */
export async function keepPages(
  bytes: Uint8Array,
  pages: readonly number[],
  shift?: { right: number; down: number },
): Promise<Uint8Array> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  const document = await PDFDocument.create({ updateMetadata: false })
  const copied = await document.copyPages(
    source,
    pages.map(page => page - 1),
  )
  for (const page of copied) {
    if (shift) page.translateContent((shift.right * 72) / 25.4, (-shift.down * 72) / 25.4)
    document.addPage(page)
  }
  return document.save({ useObjectStreams: false })
}
