import { createCanvas } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

/** A piece of text with its box in mm from the top left corner of the page. */
export type ReadText = { text: string; left: number; top: number; right: number; bottom: number }

export type ReadPage = {
  /** In mm. */
  width: number
  height: number
  /** All text of the page in drawing order, with words separated as when copied. */
  text: string
  items: ReadText[]
}

export type ReadPdf = {
  pages: ReadPage[]
  title: string
  author: string
  language: string
  createdOn: string
  /** The XMP metadata of the file. */
  xmp: string
}

const millimetre = 25.4 / 72

/** Opens a PDF and reads its text, page sizes and metadata. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return withDocument(bytes, async document => {
    const pages: ReadPage[] = []
    for (let number = 1; number <= document.numPages; number += 1)
      pages.push(await readPage(await document.getPage(number)))
    const { info } = await document.getMetadata()
    const facts = info as Record<string, unknown>
    const raw = Buffer.from(bytes).toString('utf8')
    return {
      pages,
      title: String(facts.Title),
      author: String(facts.Author),
      language: String(facts.Language),
      createdOn: String(facts.CreationDate),
      xmp: /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? '',
    }
  })
}

/** Names of the fonts, and whether each is embedded. Takes twice as long as reading the text. */
export async function readFonts(bytes: Uint8Array): Promise<{ name: string; embedded: boolean }[]> {
  return withDocument(bytes, async document => {
    const fonts = new Map<string, boolean>()
    for (let number = 1; number <= document.numPages; number += 1)
      for (const [name, embedded] of await fontsOf(await document.getPage(number))) fonts.set(name, embedded)
    return [...fonts].map(([name, embedded]) => ({ name, embedded }))
  })
}

/** Width and height of each page in mm, without reading its text. */
export async function readPageSizes(bytes: Uint8Array): Promise<Pick<ReadPage, 'width' | 'height'>[]> {
  return withDocument(bytes, document =>
    Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => sizeOf(await document.getPage(index + 1))),
    ),
  )
}

export type ReadBookmark = { title: string; page: number; inner: ReadBookmark[] }

/** The bookmarks of a PDF, with page numbers from 0. */
export async function readOutline(bytes: Uint8Array): Promise<ReadBookmark[]> {
  return withDocument(bytes, async document => {
    type Item = { title: string; dest: string | unknown[] | null; items: Item[] }
    const read = (items: readonly Item[]): Promise<ReadBookmark[]> =>
      Promise.all(
        items.map(async ({ title, dest, items: inner }) => {
          const place = typeof dest === 'string' ? await document.getDestination(dest) : dest
          const page = await document.getPageIndex(place?.[0] as Parameters<typeof document.getPageIndex>[0])
          return { title, page, inner: await read(inner) }
        }),
      )
    return read((await document.getOutline()) ?? [])
  })
}

/** One page as PNG. `page` counts from 0. */
export async function renderPage(bytes: Uint8Array, page: number, dotsPerInch: number): Promise<Buffer> {
  const { canvas } = await render(bytes, page, dotsPerInch)
  return canvas.toBuffer('image/png')
}

/** The share of pixels in a box (mm) that are not white. */
export async function inkShare(
  bytes: Uint8Array,
  page: number,
  box: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const dotsPerInch = 100
  const { context } = await render(bytes, page, dotsPerInch)
  const [left, top, width, height] = [box.left, box.top, box.width, box.height].map(value =>
    Math.round((value * dotsPerInch) / 25.4),
  ) as [number, number, number, number]
  const { data } = context.getImageData(left, top, width, height)
  let inked = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 250) inked += 1
  return inked / (width * height)
}

/** The text of the QR code on a page, read from its picture; null if there is none. */
export async function readQr(bytes: Uint8Array, page: number, dotsPerInch: number): Promise<string | null> {
  const { canvas, context } = await render(bytes, page, dotsPerInch)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  return jsQR(new Uint8ClampedArray(data), canvas.width, canvas.height)?.data ?? null
}

/** The number of white modules around the code on its narrowest side, up to six; null without a code. `area` in mm limits the search. */
export async function quietModules(
  bytes: Uint8Array,
  page: number,
  area: { x: number; y: number; width: number; height: number } | null = null,
): Promise<number | null> {
  const dotsPerInch = 200
  const { canvas, context } = await render(bytes, page, dotsPerInch)
  const dots = (millimetres: number) => Math.round((millimetres * dotsPerInch) / 25.4)
  const width = area ? dots(area.width) : canvas.width
  const height = area ? dots(area.height) : canvas.height
  const { data } = context.getImageData(dots(area?.x ?? 0), dots(area?.y ?? 0), width, height)
  const code = jsQR(new Uint8ClampedArray(data), width, height)
  if (!code) return null
  const { topLeftCorner, topRightCorner, bottomLeftCorner } = code.location
  const module = (topRightCorner.x - topLeftCorner.x) / (17 + 4 * code.version)
  const isWhite = (x: number, y: number) => {
    const at = (Math.round(y) * width + Math.round(x)) * 4
    return Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) > 220
  }
  const [left, right, top, bottom] = [topLeftCorner.x, topRightCorner.x, topLeftCorner.y, bottomLeftCorner.y]
  for (let ring = 1; ring <= 6; ring += 1) {
    // The middle of a ring of modules at that distance from the code.
    const far = (ring - 0.5) * module
    for (let along = 0; along <= 1; along += 0.005) {
      const [x, y] = [left - far + along * (right - left + 2 * far), top - far + along * (bottom - top + 2 * far)]
      if (
        ![
          [x, top - far],
          [x, bottom + far],
          [left - far, y],
          [right + far, y],
        ].every(([px = 0, py = 0]) => isWhite(px, py))
      )
        return ring - 1
    }
  }
  return 6
}

async function render(bytes: Uint8Array, page: number, dotsPerInch: number) {
  return withDocument(bytes, async document => {
    const proxy = await document.getPage(page + 1)
    const viewport = proxy.getViewport({ scale: dotsPerInch / 72 })
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
    const context = canvas.getContext('2d')
    await proxy.render({
      canvas: null,
      canvasContext: context as unknown as CanvasRenderingContext2D,
      viewport,
    }).promise
    return { canvas, context }
  })
}

async function withDocument<Result>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true,
    useSystemFonts: false,
  })
  try {
    return await use(await task.promise)
  } finally {
    await task.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent({ disableNormalization: true })
  const items = content.items.filter((item): item is TextItem => 'str' in item)
  return {
    ...sizeOf(page),
    text: items
      .map(item => item.str + (item.hasEOL ? '\n' : ''))
      .join('')
      .replaceAll('\u00a0', ' '),
    items: items.filter(item => item.str.trim() !== '').map(item => boxOf(item, viewport.height)),
  }
}

function sizeOf(page: PDFPageProxy) {
  const { width, height } = page.getViewport({ scale: 1 })
  return { width: width * millimetre, height: height * millimetre }
}

/** The box around a text that may be rotated. */
function boxOf(item: TextItem, pageHeight: number): ReadText {
  const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
  const size = Math.hypot(a, b) || 1
  const [alongX, alongY] = [(a / size) * item.width, (b / size) * item.width]
  const [upX, upY] = [(-b / size) * item.height, (a / size) * item.height]
  const xs = [x, x + alongX, x + upX, x + alongX + upX]
  const ys = [y, y + alongY, y + upY, y + alongY + upY]
  return {
    text: item.str.replaceAll('\u00a0', ' '),
    left: Math.min(...xs) * millimetre,
    right: Math.max(...xs) * millimetre,
    top: (pageHeight - Math.max(...ys)) * millimetre,
    bottom: (pageHeight - Math.min(...ys)) * millimetre,
  }
}

async function fontsOf(page: PDFPageProxy): Promise<[string, boolean][]> {
  await page.getOperatorList()
  const content = await page.getTextContent()
  const names = new Set(content.items.flatMap(item => ('fontName' in item ? [item.fontName] : [])))
  return [...names].map(name => {
    const font: { name: string; missingFile: boolean } = page.commonObjs.get(name)
    return [font.name, !font.missingFile]
  })
}
