import {
  degrees,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { points } from './millimetres.ts'

export type Bookmark = { title: string; page: number; inner: Bookmark[] }

/** Pages of other PDFs, one after the other, each in its own size. */
export class JoinedPdf {
  readonly #document: PDFDocument

  private constructor(document: PDFDocument) {
    this.#document = document
  }

  static async open(title: string, author: string, language: string): Promise<JoinedPdf> {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.setTitle(title, { showInWindowTitleBar: true })
    document.setAuthor(author)
    document.setCreator('Balai')
    document.setProducer('Balai')
    document.setLanguage(language)
    return new JoinedPdf(document)
  }

  get pages(): number {
    return this.#document.getPageCount()
  }

  /**
   * Adds all pages of a PDF at the end, or before our page `at`, counted from 0. Gives back how many they were; null, with nothing
   * added, when the bytes are no PDF that can be read.
   */
  async add(bytes: Uint8Array, at = this.pages): Promise<number | null> {
    const source = await openPdf(bytes)
    if (!source) return null
    try {
      const copied = await this.#document.copyPages(source, source.getPageIndices())
      copied.forEach((page, index) => void this.#document.insertPage(at + index, page))
      return copied.length
    } catch {
      return null
    }
  }

  /**
   * Lays page n of `stamps`, a PDF with a page for each of ours, at the top of our page n, in its middle, upright also on scans that
   * are stored lying. `top` in mm from the upper edge.
   */
  async stamp(stamps: Uint8Array, top: number): Promise<void> {
    const pages = this.#document.getPages()
    const marks = await this.#document.embedPdf(
      stamps,
      pages.map((_, index) => index),
    )
    for (const [index, page] of pages.entries()) {
      const mark = marks[index]
      if (mark) drawUpright(page, mark, points(top))
    }
  }

  /** The outline that a viewer shows beside the pages; `page` counts from 0. */
  bookmark(bookmarks: readonly Bookmark[]): void {
    const { context, catalog } = this.#document
    const root = context.nextRef()
    const refs = this.#document.getPages().map(page => page.ref)
    const tree = (parent: PDFRef, list: readonly Bookmark[]): { first: PDFRef; last: PDFRef; count: number } | null => {
      const own = list.map(() => context.nextRef())
      let count = list.length
      list.forEach((bookmark, index) => {
        const [ref, page] = [own[index], refs[bookmark.page]]
        if (!ref || !page) return
        const inner = tree(ref, bookmark.inner)
        count += inner?.count ?? 0
        const item = context.obj({
          Title: PDFHexString.fromText(bookmark.title),
          Parent: parent,
          Dest: [page, PDFName.of('Fit')],
        })
        const [before, after] = [own[index - 1], own[index + 1]]
        if (before) item.set(PDFName.of('Prev'), before)
        if (after) item.set(PDFName.of('Next'), after)
        if (inner) {
          item.set(PDFName.of('First'), inner.first)
          item.set(PDFName.of('Last'), inner.last)
          item.set(PDFName.of('Count'), PDFNumber.of(inner.count))
        }
        context.assign(ref, item)
      })
      const [first, last] = [own[0], own.at(-1)]
      return first && last ? { first, last, count } : null
    }
    const top = tree(root, bookmarks)
    if (!top) return
    context.assign(root, context.obj({ Type: 'Outlines', First: top.first, Last: top.last, Count: top.count }))
    catalog.set(PDFName.of('Outlines'), root)
    catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  }

  save(): Promise<Uint8Array> {
    return this.#document.save()
  }
}

/** Null when the bytes are no PDF, are damaged or locked. */
async function openPdf(bytes: Uint8Array): Promise<PDFDocument | null> {
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

/** Size of the first page in mm as it is seen, and how many pages there are; null for what is no PDF. */
export async function measurePdf(bytes: Uint8Array): Promise<{ pages: number; width: number; height: number } | null> {
  const document = await openPdf(bytes)
  if (!document) return null
  const { width, height } = document.getPage(0).getSize()
  const millimetres = (length: number) => Math.round((length * 25.4 * 10) / 72) / 10
  return { pages: document.getPageCount(), width: millimetres(width), height: millimetres(height) }
}

/** Only these pages, counted from 1, in a file whose page size stands plainly in it: the printer is told by it. */
export async function keepPages(bytes: Uint8Array, pages: readonly number[]): Promise<Uint8Array> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false })
  const document = await PDFDocument.create({ updateMetadata: false })
  const copied = await document.copyPages(
    source,
    pages.map(page => page - 1),
  )
  for (const page of copied) document.addPage(page)
  return document.save({ useObjectStreams: false })
}

function drawUpright(page: PDFPage, mark: PDFEmbeddedPage, top: number): void {
  const { x: left, y: bottom, width, height } = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const seenWidth = turn % 180 === 0 ? width : height
  const seenHeight = turn % 180 === 0 ? height : width
  // Of the lower left corner of the mark, as the page is seen, from its lower left corner.
  const [seenX, seenY] = [(seenWidth - mark.width) / 2, seenHeight - top - mark.height]
  const [x, y] =
    turn === 90
      ? [width - seenY, seenX]
      : turn === 180
        ? [width - seenX, height - seenY]
        : turn === 270
          ? [seenY, height - seenX]
          : [seenX, seenY]
  page.drawPage(mark, { x: left + x, y: bottom + y, rotate: degrees(turn) })
}
