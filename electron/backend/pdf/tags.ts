/** H1 and H2 are headings; Table holds TR, and TR holds TH and TD. */
export type TagRole = 'H1' | 'H2' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD'

type Element = ReturnType<PDFKit.PDFDocument['struct']>

/** The tree of parts of a tagged PDF. Everything on a page that belongs to none is marked as decoration. */
export class Tags {
  readonly #document: PDFKit.PDFDocument
  readonly #open: Element[]
  #decorating = false

  constructor(document: PDFKit.PDFDocument) {
    this.#document = document
    const root = document.struct('Document')
    document.addStructure(root)
    this.#open = [root]
  }

  startPage(): void {
    this.#document.markContent('Artifact')
    this.#decorating = true
  }

  endPage(): void {
    if (this.#decorating) this.#document.endMarkedContent()
    this.#decorating = false
  }

  part<T>(role: TagRole, draw: () => T, says?: string): T {
    const element = this.#document.struct(role, says === undefined ? {} : { alt: says })
    this.#open.at(-1)?.add(element)
    const drawn = role === 'Table' || role === 'TR' ? this.#within(element, draw) : this.#marked(element, role, draw)
    element.end()
    return drawn
  }

  #within<T>(element: Element, draw: () => T): T {
    this.#open.push(element)
    const drawn = draw()
    this.#open.pop()
    return drawn
  }

  #marked<T>(element: Element, role: TagRole, draw: () => T): T {
    this.endPage()
    element.add(this.#document.markStructureContent(role))
    const drawn = draw()
    this.#document.endMarkedContent()
    this.startPage()
    return drawn
  }

  finish(): void {
    this.endPage()
    this.#open[0]?.end()
  }
}
