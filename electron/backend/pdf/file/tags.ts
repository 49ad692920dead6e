/** Part holds a paper among several; H1 and H2 are headings; Table holds TR, and TR holds TH and TD. */
export type TagRole = 'Part' | 'H1' | 'H2' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD'

type Element = ReturnType<PDFKit.PDFDocument['struct']>

const holders: readonly TagRole[] = ['Part', 'Table', 'TR']

/** The tree of parts of a tagged PDF. Everything on a page that belongs to none is marked as decoration. */
export class Tags {
  readonly #document: PDFKit.PDFDocument
  readonly #open: Element[]
  /** The part that was closed last: it ends only when the file does, so that it can go on. */
  #last: { role: TagRole; element: Element } | null = null
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
  open(role: TagRole, says?: string, goesOn = false): void {
    const last = goesOn && this.#last?.role === role ? this.#last.element : null
    const element = last ?? this.#document.struct(role, says === undefined ? {} : { alt: says })
    if (!last) this.#open.at(-1)?.add(element)
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
    const element = this.#open.pop()
    if (!element) return
    if (role === 'P') this.#last = { role, element }
    else element.end()
  }

  finish(): void {
    this.#open[0]?.end()
  }
}
