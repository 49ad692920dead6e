/** Part holds a paper among several; H1 and H2 are headings; Table holds TR, and TR holds TH and TD. */
export type TagRole = 'Part' | 'H1' | 'H2' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD'

type Element = ReturnType<PDFKit.PDFDocument['struct']>

const holders: readonly TagRole[] = ['Part', 'Table', 'TR']

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

  /** A part begins: another one within it, or what is drawn until it ends. */
  open(role: TagRole, says?: string): void {
    const element = this.#document.struct(role, says === undefined ? {} : { alt: says })
    this.#open.at(-1)?.add(element)
    this.#open.push(element)
    if (holders.includes(role)) return
    this.endPage()
    element.add(this.#document.markStructureContent(role))
  }

  close(role: TagRole): void {
    if (!holders.includes(role)) {
      this.#document.endMarkedContent()
      this.startPage()
    }
    this.#open.pop()?.end()
  }

  finish(): void {
    this.#open[0]?.end()
  }
}
