import { usualOperators } from './file/file-face.ts'
import { type DrawnPage, type FileOptions, PageParts, PdfFile } from './file/pdf-file.ts'
import type { FormContent } from './file/repeated-form.ts'
import type { TagRole } from './file/tags.ts'
import { points } from './millimetres.ts'
import { fillColour, fillPath, linePath, move, rectanglePath, strokePath, turn } from './operators.ts'
import { type Outline, OutlineWriter } from './outline.ts'
import { operand } from './page/guilloche.ts'
import { watermarkOf } from './page/watermark.ts'
import { PaperWarnings } from './paper-warnings.ts'
import { readPicture } from './picture/picture.ts'
import type { Box, PictureFit } from './picture/placed-picture.ts'
import type { Row, Table } from './table/table.ts'
import type { Face } from './text/fonts.ts'
import { printableText } from './text/printable-text.ts'
import { type Align, type TextStyle, textWidth } from './text/text-measure.ts'

/** In mm from the edges. */
export type Margins = { left: number; right: number; top: number; bottom: number }

export type SheetOptions = FileOptions & {
  /** Size of every page in mm. */
  width: number
  height: number
  margins: Margins
  /** Watermark across every page, behind everything; null for none. */
  watermark: string | null
  /** Text in a box at the upper right, outside of what papers draw. */
  stamp?: string
  /** Offset of everything on every page in mm; default none. */
  shift?: { x: number; y: number }
  /** For pages laid over existing ones: uses other font names. */
  over?: boolean
}

export type DrawnPaper = {
  /** The file, written on first use. */
  readonly bytes: Uint8Array
  readonly drawn: readonly DrawnPage[]
  /** Its content, for other formats. */
  readonly outline: Outline
  pages: number
  /** Warnings: missing glyphs, cut texts, unreadable pictures. */
  warnings: string[]
}

export type DrawStyle = TextStyle & { align?: Align; colour?: string }

/** In modules of a code. */
export type ModuleRectangle = readonly [column: number, row: number, width: number, height: number]

export const colours = { ink: '#000000', grey: '#555555', rule: '#999999', tint: '#E6E6E6', pale: '#F2F2F2' } as const

/**
 * A paper being drawn. Everything is in mm from the top left corner, y of a text is its baseline; font sizes and line widths are in points. Pages are
 * drawn in order and cannot be reopened.
 */
export class Sheet {
  readonly width: number
  readonly height: number
  readonly margins: Margins
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly #options: SheetOptions
  readonly #warnings = new PaperWarnings()
  readonly #faces = new Map<Face, { name: string; page: number }>()
  readonly #drawn: DrawnPage[] = []
  readonly #outline = new OutlineWriter()
  /** Inside of a leaf tag or decoration. */
  #inLeaf = false
  #inTable = false
  #parts = new PageParts()
  #pages = 0

  constructor(options: SheetOptions) {
    const { width, height, margins } = options
    this.width = width
    this.height = height
    this.margins = margins
    this.left = margins.left
    this.right = width - margins.right
    this.top = margins.top
    this.bottom = height - margins.bottom
    this.#options = options
  }

  get pages(): number {
    return this.#pages
  }

  addPage(): void {
    const { shift, watermark, stamp } = this.#options
    this.#endPage()
    this.#pages += 1
    if (shift && (shift.x !== 0 || shift.y !== 0)) this.#parts.write(move(shift.x, shift.y))
    if (watermark) this.#drawWatermark(watermark)
    if (stamp) this.#drawStamp(stamp)
  }

  /**
   * Draws a tagged part, in reading order. Text outside of a tag becomes a paragraph; everything else is decoration. Only 'Part', 'Table' and 'TR'
   * may contain tags.
   * @param says alternative text of a picture
   * @param goesOn continues the last closed part of that role, like a paragraph on the next page
   */
  tagged<T>(role: TagRole, draw: () => T, says?: string, goesOn = false): T {
    const isOfTable = role === 'TR' || role === 'TH' || role === 'TD'
    if (!this.#options.tagged || this.#inLeaf || (isOfTable && !this.#inTable)) return draw()
    const holds = role === 'Part' || role === 'Table' || role === 'TR'
    this.#parts.later(file => file.openTag(role, says, goesOn))
    if (role === 'Table') this.#inTable = true
    this.#inLeaf = !holds
    const isText = role === 'P' || role === 'H1' || role === 'H2'
    if (isText) this.#outline.begin(role !== 'P', this.#pages, goesOn)
    const drawn = draw()
    if (isText) this.#outline.end()
    this.#inLeaf = false
    if (role === 'Table') this.#inTable = false
    this.#parts.later(file => file.closeTag(role))
    return drawn
  }

  /** Adds a table to the outline, because its cells are drawn one by one; `of` must be the same for all its pages. */
  outlineTable(of: object, table: Table, rows: readonly Row[]): void {
    this.#outline.table(of, table, rows)
  }

  /** Draws decoration that screen readers skip: page numbers, watermark. */
  decorate(draw: () => unknown): void {
    const before = this.#inLeaf
    this.#inLeaf = true
    draw()
    this.#inLeaf = before
  }

  /** Draws a line of text with x as left end, middle or right end; returns its width. */
  text(text: string, x: number, y: number, style: DrawStyle): number {
    if (this.#options.tagged && !this.#inLeaf && !this.#inTable && text.trim() !== '')
      return this.tagged('P', () => this.text(text, x, y, style))
    const drawn = printableText(text, style.face)
    if (drawn.missing !== '') this.#warnings.addMissing(text.trim(), drawn.missing)
    const width = textWidth(text, style)
    if (drawn.text.trim() === '') return width
    const start = style.align === 'center' ? x - width / 2 : style.align === 'right' ? x - width : x
    const bold = /bold/.test(drawn.face)
    this.#outline.say({ text: drawn.text, x: start, y, size: style.size, bold })
    const name = this.#nameOf(drawn.face)
    const tracking = style.tracking ? `${operand(style.tracking)} Tc ` : ''
    // The page is flipped vertically, so the text is flipped back.
    const matrix = `1 0 0 -1 ${operand(points(start))} ${operand(points(y))} Tm`
    const begin = `q ${fillColour(style.colour ?? colours.ink)} BT /${name} ${operand(style.size)} Tf ${tracking}${matrix}`
    const usual = usualOperators(drawn.face, drawn.text)
    if (usual !== null) this.#parts.write(`${begin}\n${usual}\nET Q`)
    else {
      this.#parts.write(begin)
      this.#parts.later(file => file.show(drawn.text, drawn.face, style.size))
      this.#parts.write('ET Q')
    }
    return width
  }

  /** Like `text`, running upwards: `x` is the baseline, `y` the lower end, middle or upper end. */
  uprightText(text: string, x: number, y: number, style: DrawStyle): void {
    this.#parts.write(`q\n${turn(-90, x, y)}`)
    this.text(text, x, y, style)
    this.#parts.write('Q')
  }

  line(x1: number, y1: number, x2: number, y2: number, thickness: number, colour: string = colours.ink): void {
    this.lines([[x1, y1, x2, y2]], thickness, colour)
  }

  /** Many lines [x1, y1, x2, y2] of one style as one path, because table rules are most of a page. */
  lines(
    lines: readonly (readonly [number, number, number, number])[],
    thickness: number,
    colour: string = colours.ink,
  ): void {
    if (lines.length === 0) return
    this.#parts.write(strokePath(lines.map(line => linePath(...line)).join('\n'), thickness, colour))
  }

  /** A dotted line; drawn, because full stops would be read as text. */
  dots(x1: number, x2: number, y: number): void {
    this.#parts.write(`q\n[0.6 1.4] 0 d\n${strokePath(linePath(x1, y, x2, y), 0.4, colours.grey)}\nQ`)
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.fillAll([[x, y, width, height]], colour)
  }

  frame(x: number, y: number, width: number, height: number, thickness: number, colour: string = colours.ink): void {
    this.#parts.write(strokePath(rectanglePath(x, y, width, height), thickness, colour))
  }

  /** Fills many rectangles [x, y, width, height] as one path, without seams between neighbours. */
  fillAll(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void {
    if (rectangles.length === 0) return
    this.#parts.write(fillPath(rectangles.map(rectangle => rectanglePath(...rectangle)).join('\n'), colour))
  }

  /** Like fillAll, in squares of `module` mm from x, y, which keeps codes of hundreds of them short. */
  fillModules(rectangles: readonly ModuleRectangle[], x: number, y: number, module: number, colour: string): void {
    const scale = Number(points(module).toFixed(5))
    const path = rectangles.map(rectangle => `${rectangle.join(' ')} re`).join('\n')
    const place = `${scale} 0 0 ${scale} ${operand(points(x))} ${operand(points(y))} cm`
    this.#parts.write(`q ${fillColour(colour)} ${place}\n${path}\nf Q`)
  }

  /**
   * Draws a picture in a box, whole ('contain') or cropped ('cover'). False, with a warning that contains `name`, if the bytes cannot be printed. The
   * same bytes are embedded once while they are cached.
   */
  picture(bytes: Uint8Array, name: string, box: Box, fit: PictureFit): boolean {
    this.#parts.later(file => file.picture(bytes, box, fit))
    if (readPicture(bytes)) return true
    this.#warnings.add(`${name} tidak dapat dibaca dan tidak dicetak. Simpan ulang sebagai JPEG atau PNG.`)
    return false
  }

  /**
   * Draws content that is the same on every page. `build` returns operators in points, y downwards from (0, 0), and is called once a process: `key`
   * must contain the sheet size and everything else it depends on.
   */
  form(key: string, build: () => FormContent): void {
    this.#parts.later(file => file.form(key, build))
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence)
  }

  finish(): DrawnPaper {
    this.#endPage()
    const { width, height, left, right } = this
    const drawn = this.#drawn
    const write = () => {
      const file = new PdfFile(this.#options)
      for (const page of drawn) file.add(page)
      return file.finish()
    }
    let bytes: Uint8Array | undefined
    return {
      drawn,
      outline: { width, height, left, right, blocks: this.#outline.blocks },
      pages: this.#pages,
      warnings: this.#warnings.sentences(),
      get bytes() {
        bytes ??= write()
        return bytes
      },
    }
  }

  #endPage(): void {
    // A containing part opens before the first page, and is moved onto it.
    if (this.#pages === 0) return
    this.#drawn.push({ width: points(this.width), height: points(this.height), parts: this.#parts.finish() })
    this.#parts = new PageParts()
  }

  /** Name of the font on the open page. */
  #nameOf(face: Face): string {
    const known = this.#faces.get(face) ?? {
      name: `${this.#options.over ? 'O' : 'T'}${this.#faces.size + 1}`,
      page: 0,
    }
    if (known.page < this.#pages) {
      this.#parts.later(file => file.nameFace(known.name, face))
      this.#faces.set(face, { ...known, page: this.#pages })
    }
    return known.name
  }

  #drawWatermark(word: string): void {
    const [x, y] = [this.width / 2, this.height / 2]
    const { degrees, style, down } = watermarkOf(word, this.width, this.height)
    this.#parts.write(`q\n${turn(-degrees, x, y)}`)
    this.decorate(() => this.text(word, x, y + down, style))
    this.#parts.write('Q')
  }

  #drawStamp(words: string): void {
    const style = { face: 'arimo-bold', size: 9 } as const
    const width = textWidth(words, style) + 4
    this.frame(this.right - width, 5.1, width, 4, 0.8)
    this.tagged('P', () => this.text(words, this.right - width / 2, 8.25, { ...style, align: 'center' }))
  }
}
