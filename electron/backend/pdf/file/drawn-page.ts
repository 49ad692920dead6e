import type { PdfFile } from './pdf-file.ts'

/** Operators, or what depends on the file that the page will stand in: the number of a rare glyph, a picture, a tag. */
export type PagePart = Uint8Array | ((file: PdfFile) => void)

/** A page that was drawn and belongs to no file yet. In points; y runs downwards from the upper edge. */
export type DrawnPage = { width: number; height: number; parts: readonly PagePart[] }

/** Takes down what is drawn on one page, operators that follow one another as one part. */
export class PageParts {
  readonly #parts: PagePart[] = []
  #operators = ''

  write(operators: string): void {
    this.#operators += `${operators}\n`
  }

  /** Done when the page is written into a file. */
  later(part: (file: PdfFile) => void): void {
    this.#close()
    this.#parts.push(part)
  }

  finish(): readonly PagePart[] {
    this.#close()
    return this.#parts
  }

  #close(): void {
    // Bytes are no work for the collector of garbage, as hundreds of strings are that wait for their file.
    if (this.#operators !== '') this.#parts.push(Buffer.from(this.#operators, 'latin1'))
    this.#operators = ''
  }
}
