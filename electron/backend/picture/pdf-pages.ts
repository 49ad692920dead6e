import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { mostPixels, type Raster } from './raster.ts'
import { wasmFile } from './wasm-file.ts'

type Library = Awaited<ReturnType<typeof PDFiumLibrary.init>>
let library: Promise<Library> | undefined

/** A PDF whose pages are drawn one at a time. Must be closed. */
type PdfPages = {
  readonly count: number
  /**
   * @param dotsPerInch reduced where the page would be enormous
   * @returns null for a page that cannot be drawn
   */
  page(index: number, dotsPerInch: number): Promise<Raster | null>
  close(): void
}

/** Null if it is damaged or needs a password. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages | null> {
  library ??= loadLibrary()
  const pdfium = await library
  let document: PDFiumDocument
  try {
    document = await pdfium.loadDocument(bytes)
  } catch {
    // Damaged, encrypted or not a PDF.
    return null
  }
  return {
    count: document.getPageCount(),
    page: (index, dotsPerInch) => drawPage(document, index, dotsPerInch),
    close: () => document.destroy(),
  }
}

/** Imported lazily, so that it is bundled as a separate chunk: it declares `require`, and so do other modules. */
async function loadLibrary(): Promise<Library> {
  const { PDFiumLibrary: library } = await import('@hyzyla/pdfium')
  return library.init({ wasmBinary: await wasmFile('@hyzyla/pdfium/pdfium.wasm') })
}

async function drawPage(document: PDFiumDocument, index: number, dotsPerInch: number): Promise<Raster | null> {
  try {
    const page = document.getPage(index)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / 4 / (originalWidth * originalHeight)))
    const { data, width, height } = await page.render({
      scale,
      render: async ({ data }) => withoutBlueFirst(data),
    })
    return { data: new Uint8ClampedArray(data), width, height }
  } catch {
    return null
  }
}

/** PDFium returns blue, green, red; swapped here to red, green, blue. */
function withoutBlueFirst(data: Uint8Array): Uint8Array {
  for (let at = 0; at < data.length; at += 4) {
    const blue = data[at] ?? 0
    data[at] = data[at + 2] ?? 0
    data[at + 2] = blue
  }
  return data
}
