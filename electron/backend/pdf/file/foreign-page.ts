import {
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { openPdf } from './finished-pdf.ts'

/** A page of a foreign PDF. Lengths in points. */
export type ForeignPage = {
  /** Size as displayed, after its rotation. */
  width: number
  height: number
  /** Transforms from the displayed page's upper left corner to the page's own coordinates. */
  upright: readonly number[]
  context: PDFContext
  /** Size, rotation etc. */
  entries: Record<string, PDFObject>
  resources: PDFDict | undefined
  contents: PDFObject[]
  annotations: PDFDict[]
}

/** Null if the bytes are no PDF, damaged or encrypted, or have an unreadable page. */
export async function readForeignPages(bytes: Uint8Array): Promise<ForeignPage[] | null> {
  const document = await openPdf(bytes)
  try {
    return document?.getPages().map(takeApart) ?? null
  } catch {
    return null
  }
}

const entries = ['MediaBox', 'CropBox', 'Rotate', 'UserUnit', 'Group']

function takeApart(page: PDFPage): ForeignPage {
  const { node } = page
  const { context } = node
  const box = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const lies = turn % 180 !== 0
  const contents = node.Contents()
  const own = (name: string) => context.lookup(node.getInheritableAttribute(PDFName.of(name)))
  return {
    width: lies ? box.height : box.width,
    height: lies ? box.width : box.height,
    upright: uprightMatrix(box, turn),
    context,
    entries: Object.fromEntries(entries.flatMap(name => [[name, own(name)] as const]).filter(isThere)),
    resources: node.Resources(),
    contents: contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [],
    annotations: (node.Annots()?.asArray() ?? []).flatMap(entry => context.lookupMaybe(entry, PDFDict) ?? []),
  }
}

function isThere(entry: readonly [string, PDFObject | undefined]): entry is readonly [string, PDFObject] {
  return entry[1] !== undefined
}

function uprightMatrix({ x, y, width, height }: ReturnType<PDFPage['getCropBox']>, turn: number): readonly number[] {
  switch (turn) {
    case 90:
      return [0, 1, 1, 0, x, y]
    case 180:
      return [-1, 0, 0, 1, x + width, y]
    case 270:
      return [0, -1, -1, 0, x + width, y + height]
    default:
      return [1, 0, 0, -1, x, y + height]
  }
}

/** Annotation entries that refer to other pages, annotations or outside of the file. Dropped. */
const leadsOut = new Set(['P', 'Parent', 'Popup', 'IRT', 'A', 'AA', 'Dest', 'StructParent'])

/** Writes objects of foreign pages into our file, each object once. */
export class ForeignWriter {
  readonly #document: PDFKit.PDFDocument
  readonly #written = new Map<PDFObject, PDFKit.PDFKitReference>()
  /** A queue instead of recursion, because thousands of objects may form a chain. */
  readonly #waiting: (() => void)[] = []

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document
  }

  /** The parts of the page for PDFKit; `fonts` by name, so that another can be added. */
  write({ context, entries, resources, contents, annotations }: ForeignPage) {
    const page = {
      entries: this.#dictionary(Object.entries(entries), context),
      resources: this.#dictionary(namedEntries(resources), context),
      fonts: this.#dictionary(namedEntries(resources?.lookupMaybe(PDFName.of('Font'), PDFDict)), context),
      contents: contents.map(content => this.#value(content, context)).filter(content => content !== null),
      annotations: annotations.map(annotation =>
        this.#dictionary(
          namedEntries(annotation).filter(([name]) => !leadsOut.has(name)),
          context,
        ),
      ),
    }
    for (let write = this.#waiting.pop(); write; write = this.#waiting.pop()) write()
    return page
  }

  #dictionary(entries: readonly (readonly [string, PDFObject])[], context: PDFContext): Record<string, unknown> {
    return Object.fromEntries(entries.map(([name, value]) => [name, this.#value(value, context)] as const))
  }

  #value(object: PDFObject | undefined, context: PDFContext): unknown {
    if (object instanceof PDFRef) {
      const named = context.lookup(object)
      const isLarge = named instanceof PDFDict || named instanceof PDFArray || named instanceof PDFRawStream
      return isLarge ? this.#reference(named, context) : this.#value(named, context)
    }
    if (object instanceof PDFRawStream) return this.#reference(object, context)
    if (object instanceof PDFDict) return this.#dictionary(namedEntries(object), context)
    if (object instanceof PDFArray) return object.asArray().map(entry => this.#value(entry, context))
    if (object instanceof PDFName) return object.toString().slice(1)
    if (object instanceof PDFNumber) return object.asNumber()
    if (object instanceof PDFBool) return object.asBoolean()
    if (object instanceof PDFString || object instanceof PDFHexString) return object.asBytes()
    return null
  }

  #reference(object: PDFDict | PDFArray | PDFRawStream, context: PDFContext): PDFKit.PDFKitReference {
    const known = this.#written.get(object)
    if (known) return known
    const filter = object instanceof PDFRawStream ? object.dict.get(PDFName.of('Filter')) : undefined
    // Set before the data: PDFKit would compress compressed bytes again.
    const reference = this.#document.ref(filter ? { Filter: this.#value(filter, context) } : {})
    this.#written.set(object, reference)
    this.#waiting.push(() => {
      if (object instanceof PDFRawStream) {
        const entries = namedEntries(object.dict).filter(([name]) => name !== 'Length')
        Object.assign(reference.data, this.#dictionary(entries, context))
        reference.end(object.contents as never)
      } else {
        Object.assign(reference, { data: this.#value(object, context) })
        reference.end(undefined as never)
      }
    })
    return reference
  }
}

function namedEntries(dictionary: PDFDict | undefined): (readonly [string, PDFObject])[] {
  return dictionary?.entries().map(([name, value]) => [name.toString().slice(1), value] as const) ?? []
}
