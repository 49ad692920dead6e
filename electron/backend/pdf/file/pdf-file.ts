import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { rectanglePath } from '../operators.ts'
import { readPicture } from '../picture/picture.ts'
import { type Box, type PictureFit, type PlacedPicture, placePicture } from '../picture/placed-picture.ts'
import type { Face } from '../text/fonts.ts'
import { FileFace } from './file-face.ts'
import { type ForeignPage, ForeignWriter } from './foreign-page.ts'
import { compressedForm, embedForm, type FormContent } from './repeated-form.ts'
import { type TagRole, Tags } from './tags.ts'

export type FileOptions = {
  /** Title and author of the file; fixed. */
  title: string
  author: string
  /** The only date in the file, because the same data must give the same bytes. */
  createdOn: PlainDate
  /** Tags headings, paragraphs, tables and pictures for screen readers; see `Sheet.tagged`. */
  tagged?: boolean
  /** The file contains many papers and foreign pages. It cannot be PDF/A, and is written fast. */
  mixed?: boolean
}

/** Operators, or a function for file-dependent content: a rare glyph, a picture, a tag. */
type PagePart = Uint8Array | ((file: PdfFile) => void)

/** A drawn page that is in no file yet. In points, y downwards. */
export type DrawnPage = { width: number; height: number; parts: readonly PagePart[] }

/** Records the drawing of one page. Consecutive operators are one part. */
export class PageParts {
  readonly #parts: PagePart[] = []
  #operators = ''

  write(operators: string): void {
    this.#operators += `${operators}\n`
  }

  /** Runs when the page is written into a file. */
  later(part: (file: PdfFile) => void): void {
    this.#close()
    this.#parts.push(part)
  }

  finish(): readonly PagePart[] {
    this.#close()
    return this.#parts
  }

  #close(): void {
    // One buffer instead of hundreds of strings: pages are kept for long, and strings burden the garbage collector.
    if (this.#operators !== '') this.#parts.push(Buffer.from(this.#operators, 'latin1'))
    this.#operators = ''
  }
}

/** `page` counts from 0. */
export type Bookmark = { title: string; page: number; inner: Omit<Bookmark, 'inner'>[] }

// Members of PDFKit that its types lack.
type Page = PDFKit.PDFPage & { resources: PDFKit.PDFKitReference; content: { buffer: Uint8Array[] } }
type Outline = {
  outlineData: Record<string, unknown>
  addItem(title: string, options: { pageNumber: number; fit: boolean; expanded: boolean }): Outline
}

const rememberedPictures = 50

/** A PDF written page by page; fonts, frames and pictures are embedded once. */
export class PdfFile {
  readonly #document: PDFKit.PDFDocument
  readonly #written: Uint8Array[] = []
  readonly #tags: Tags | null
  readonly #mixed: boolean
  readonly #faces = new Map<Face, FileFace>()
  readonly #forms = new Map<string, PDFKit.PDFKitReference>()
  readonly #pictures = new Map<Uint8Array, PlacedPicture | null>()
  #placed = 0
  #foreign: ForeignWriter | null = null
  #brackets: [PDFKit.PDFKitReference, PDFKit.PDFKitReference] | null = null

  constructor({ title, author, createdOn, tagged = false, mixed = false }: FileOptions) {
    this.#document = new PDFDocument({
      autoFirstPage: false,
      font: '',
      pdfVersion: '1.7',
      ...(mixed ? {} : { subset: 'PDF/A-2b' as const }),
      lang: 'id-ID',
      displayTitle: true,
      tagged,
      info: {
        Title: metadataText(title),
        Author: metadataText(author),
        Creator: 'Balai',
        Producer: 'Balai',
        // Noon UTC is the same calendar day in all of Indonesia; the time of printing is in the footer.
        CreationDate: new Date(`${createdOn}T12:00:00Z`),
      },
    })
    // A file has hundreds of short chunks. Collecting them through PDFKit's stream costs a tenth of a certificate's time.
    this.#written.push(this.#document.read())
    this.#document.push = (piece: Uint8Array | null) => {
      if (piece) this.#written.push(piece)
      return true
    }
    this.#mixed = mixed
    this.#tags = tagged ? new Tags(this.#document) : null
  }

  /** Adds a page, with `over` drawn above it. */
  add({ width, height, parts }: DrawnPage, over?: DrawnPage): void {
    this.#addPage(width, height)
    this.#draw([...parts, ...(over?.parts ?? [])])
  }

  /** Adds a foreign page unchanged; `over` has its displayed size and orientation. */
  addForeign(foreign: ForeignPage, over: DrawnPage): void {
    this.#foreign ??= new ForeignWriter(this.#document)
    const { entries, resources, fonts, contents, annotations } = this.#foreign.write(foreign)
    const page = this.#addPage(foreign.width, 0)
    Object.assign(page.resources.data, resources, { Font: fonts })
    // Restores the graphics state, which a foreign page may change.
    this.#brackets ??= [this.#stream('q'), this.#stream('Q')]
    const [begin, end] = this.#brackets
    Object.assign(page.dictionary.data, entries, { Contents: [begin, ...contents, end, page.content] })
    if (annotations.length > 0) page.dictionary.data.Annots = annotations
    // PDFKit flipped the page around its lower edge.
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = foreign.upright
    const matrix = [a, -b, c, -d, e, -f].map(value => Number(value.toFixed(5))).join(' ')
    this.#draw([Buffer.from(`${matrix} cm\n`), ...over.parts])
  }

  /** Bookmarks, all expanded. */
  bookmark(bookmarks: readonly Bookmark[]): void {
    const outline = this.#document.outline as unknown as Outline
    outline.outlineData.Count = bookmarks.reduce((sum, { inner }) => sum + 1 + inner.length, 0)
    for (const { title, page, inner } of bookmarks) {
      const item = outline.addItem(title, { pageNumber: page, fit: true, expanded: true })
      for (const { title, page } of inner) item.addItem(title, { pageNumber: page, fit: true, expanded: false })
    }
  }

  /** Adds the font to the resources of the page. */
  nameFace(name: string, face: Face): void {
    this.#document.page.fonts[name] ??= this.#face(face).reference
  }

  /** Text with rare glyphs, whose numbers differ between files. */
  show(text: string, face: Face, size: number): void {
    this.#document.addContent(this.#face(face).show(text, size))
  }

  /** See `Sheet.picture`; does nothing for bytes that are no picture. */
  picture(bytes: Uint8Array, box: Box, fit: PictureFit): void {
    const picture = this.#place(bytes)
    if (!picture) return
    this.#document.addContent(`q\n${rectanglePath(box.x, box.y, box.width, box.height)}\nW n`)
    picture.draw(box, fit)
    this.#document.addContent('Q')
  }

  /** See `Sheet.form`. */
  form(key: string, build: () => FormContent): void {
    const form = this.#forms.get(key) ?? embedForm(this.#document, compressedForm(key, build))
    this.#forms.set(key, form)
    const name = `Form${[...this.#forms.keys()].indexOf(key) + 1}`
    this.#document.page.xobjects[name] = form
    this.#document.addContent(`q /${name} Do Q`)
  }

  openTag(role: TagRole, says: string | undefined, goesOn: boolean): void {
    this.#tags?.open(role, says, goesOn)
  }

  closeTag(role: TagRole): void {
    this.#tags?.close(role)
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#tags?.finish()
    for (const face of this.#faces.values()) face.embed()
    this.#document.end()
    // PDFKit has emitted all bytes when end() returns.
    return new Uint8Array(Buffer.concat(this.#written))
  }

  #addPage(width: number, height: number): Page {
    this.#document.addPage({ size: [width, height], margin: 0 })
    const page = this.#document.page as Page
    // Must not be written: PDF/A validators reject the default value.
    delete (page.dictionary.data as { UserUnit?: number }).UserUnit
    return page
  }

  #draw(parts: readonly PagePart[]): void {
    const page = this.#document.page as Page
    const { content } = page
    const bytes: Uint8Array[] = []
    // Written as one buffer: PDFKit would convert each of hundreds of operators separately.
    page.write = operators => bytes.push(Buffer.from(`${operators}\n`, 'latin1'))
    this.#tags?.startPage()
    for (const part of parts) {
      if (typeof part === 'function') part(this)
      else bytes.push(part)
    }
    this.#tags?.endPage()
    if (!this.#mixed) {
      content.write(Buffer.concat(bytes))
      return
    }
    // Low compression: the last tenth of the size would take as long as drawing two hundred pages.
    const deflated = deflateSync(Buffer.concat([...content.buffer, ...bytes]), { level: 2 })
    Object.assign(content, { buffer: [deflated], compress: false })
    Object.assign(content.data, { Filter: 'FlateDecode' })
  }

  #stream(operators: string): PDFKit.PDFKitReference {
    const reference = this.#document.ref({})
    reference.end(Buffer.from(`${operators}\n`))
    return reference
  }

  #face(face: Face): FileFace {
    const known = this.#faces.get(face)
    if (known) return known
    const entry = new FileFace(face, this.#document)
    this.#faces.set(face, entry)
    return entry
  }

  #place(bytes: Uint8Array): PlacedPicture | null {
    const known = this.#pictures.get(bytes)
    if (known !== undefined) {
      // Moved to the end, because the oldest entry is dropped first.
      this.#pictures.delete(bytes)
      this.#pictures.set(bytes, known)
      return known
    }
    const picture = readPicture(bytes)
    this.#placed += 1
    const placed = picture ? placePicture(this.#document, picture, this.#placed) : null
    // Limited, so that a thousand photos do not fill the memory; a logo is used again soon.
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size >= rememberedPictures && oldest) this.#pictures.delete(oldest)
    this.#pictures.set(bytes, placed)
    return placed
  }
}

// PDFKit does not escape these in the XMP packet, where a single '&' makes it unreadable.
function metadataText(text: string): string {
  return text.replace(/[&<>]/g, '-').replace(/[\p{Cc}\p{Cs}]/gu, ' ')
}
