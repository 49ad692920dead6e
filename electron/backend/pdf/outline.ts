import type { Row, Table } from './table/table.ts'

/** Words of one font on a baseline; mm from the left and upper edge of the page. */
export type OutlineWord = { text: string; x: number; y: number; size: number; bold: boolean }

/** A paragraph, heading or signature block as drawn, word by word. */
export type OutlineText = { kind: 'text'; heading: boolean; page: number; words: OutlineWord[] }

/** A table with all its rows over all pages. */
export type OutlineTable = { kind: 'table'; table: Table; rows: Row[] }

/** The content of a paper in reading order, to write it in other formats. Without page numbers and decoration. */
export type Outline = {
  width: number
  height: number
  left: number
  right: number
  blocks: (OutlineText | OutlineTable)[]
}

export class OutlineWriter {
  readonly blocks: Outline['blocks'] = []
  readonly #tables = new WeakMap<object, OutlineTable>()
  #open: OutlineText | null = null

  begin(heading: boolean, page: number, goesOn: boolean): void {
    const last = this.blocks.at(-1)
    if (goesOn && last?.kind === 'text') {
      this.#open = last
      return
    }
    this.#open = { kind: 'text', heading, page, words: [] }
    this.blocks.push(this.#open)
  }

  end(): void {
    if (this.#open?.words.length === 0) this.blocks.splice(this.blocks.indexOf(this.#open), 1)
    this.#open = null
  }

  say(word: OutlineWord): void {
    this.#open?.words.push(word)
  }

  /** `of` must be the same for all pages of one table. */
  table(of: object, table: Table, rows: readonly Row[]): void {
    const known = this.#tables.get(of)
    if (known) {
      known.rows.push(...rows)
      return
    }
    const block: OutlineTable = { kind: 'table', table, rows: [...rows] }
    this.#tables.set(of, block)
    this.blocks.push(block)
  }
}

/** Lines of a text: words on one baseline; a flowing paragraph is one line. */
export function linesOf({ words }: OutlineText, width: number): OutlineWord[][] {
  const lines: OutlineWord[][] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line && Math.abs((line[0]?.y ?? 0) - word.y) < 0.4) line.push(word)
    else lines.push([word])
  }
  // All lines of a flowing paragraph but the last are full; those of a signature block are not.
  const filled = lines.slice(0, -1).every(line => {
    const last = line.at(-1)
    return last !== undefined && last.x + last.text.length * last.size * 0.18 - (lines[0]?.[0]?.x ?? 0) > width * 0.55
  })
  return lines.length > 1 && filled ? [lines.flat()] : lines
}

/** The words of a line with spaces. */
export function lineText(line: readonly OutlineWord[]): string {
  return line.map(word => word.text.trim()).join(' ')
}
