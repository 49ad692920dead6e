/** Part contains a paper among several; H1 and H2 are headings; Table contains TR, and TR contains TH and TD. */
export type TagRole = 'Part' | 'H1' | 'H2' | 'P' | 'Figure' | 'Table' | 'TR' | 'TH' | 'TD'

type Element = ReturnType<PDFKit.PDFDocument['struct']>

const holders: readonly TagRole[] = ['Part', 'Table', 'TR']

/** The structure tree of a tagged PDF. Content without a tag is marked as decoration. */
export class Tags {
  readonly #document: PDFKit.PDFDocument
  readonly #open: Element[]
  /** The last closed part: it is ended with the file only, so that it can be continued. */
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

  /** Opens a part, inside another or until it is closed. */
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
