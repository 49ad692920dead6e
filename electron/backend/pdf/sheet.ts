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

/** Distances in mm from the edges of the sheet. */
export type Margins = { left: number; right: number; top: number; bottom: number }

export type SheetOptions = FileOptions & {
  /** Size of every page in mm. */
  width: number
  height: number
  margins: Margins
  /** Word across every page, beneath everything else; null for none. */
  watermark: string | null
  /** Labels in a box above the right end of the text, between the edge and everything that papers draw. */
  stamp?: string
  /** How far everything moves on every page, in mm to the right and down; left out, not at all. */
  shift?: { x: number; y: number }
  /** Laid over pages that were drawn before, so its faces have names of their own. */
  over?: boolean
}

export type DrawnPaper = {
  /** The paper as a file of its own, written when it is asked for. */
  readonly bytes: Uint8Array
  readonly drawn: readonly DrawnPage[]
  /** What it says, for other kinds of files. */
  readonly outline: Outline
  pages: number
  /** Indonesian sentences for the clerk: letters that no font has, texts that were cut, pictures that cannot be read. */
  warnings: string[]
}

export type DrawStyle = TextStyle & { align?: Align; colour?: string }

/** In modules of a code. */
export type ModuleRectangle = readonly [column: number, row: number, width: number, height: number]

export const colours = { ink: '#000000', grey: '#555555', rule: '#999999', tint: '#E6E6E6', pale: '#F2F2F2' } as const

/**
 * One paper being drawn. Everything is in mm from the top left corner of the sheet and y of a text is its baseline; sizes
 * of type and widths of lines are in points. Pages follow one another: there is no way back to an earlier one.
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
  #file: PdfFile | null = null
  /** What is drawn now lies in a part that holds no other one, or is decoration. */
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
   * Draws a part that means something, in the order in which it is read. Text outside of one is a paragraph by itself; what is neither is decoration.
   * Parts lie in 'Part', 'Table' and 'TR' only: within another one nothing is opened.
   * @param says what a picture shows, for who cannot see it
   * @param goesOn whether it goes on with the part of that role that was closed last, as a paragraph on the next page does
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

  /** Says what stands in a table, whose cells are drawn one by one; `of` is the same for all its pages. */
  outlineTable(of: object, table: Table, rows: readonly Row[]): void {
    this.#outline.table(of, table, rows)
  }

  /** Draws what nobody has read aloud: page numbers, the word across a page. */
  decorate(draw: () => unknown): void {
    const before = this.#inLeaf
    this.#inLeaf = true
    draw()
    this.#inLeaf = before
  }

  /** Draws one line of text with x as its left end, middle or right end; gives back its width. */
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
    // The page is turned upside down, so the text is turned back.
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

  /** As `text`, running upwards: `x` is the baseline, `y` the lower end, the middle or the upper end. */
  uprightText(text: string, x: number, y: number, style: DrawStyle): void {
    this.#parts.write(`q\n${turn(-90, x, y)}`)
    this.text(text, x, y, style)
    this.#parts.write('Q')
  }

  line(x1: number, y1: number, x2: number, y2: number, thickness: number, colour: string = colours.ink): void {
    this.lines([[x1, y1, x2, y2]], thickness, colour)
  }

  /** Many lines [x1, y1, x2, y2] of one kind as one path: the rules of a table are most of what stands on its page. */
  lines(
    lines: readonly (readonly [number, number, number, number])[],
    thickness: number,
    colour: string = colours.ink,
  ): void {
    if (lines.length === 0) return
    this.#parts.write(strokePath(lines.map(line => linePath(...line)).join('\n'), thickness, colour))
  }

  /** A line of dots to write on; drawn, because full stops would be read as text. */
  dots(x1: number, x2: number, y: number): void {
    this.#parts.write(`q\n[0.6 1.4] 0 d\n${strokePath(linePath(x1, y, x2, y), 0.4, colours.grey)}\nQ`)
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.fillAll([[x, y, width, height]], colour)
  }

  frame(x: number, y: number, width: number, height: number, thickness: number, colour: string = colours.ink): void {
    this.#parts.write(strokePath(rectanglePath(x, y, width, height), thickness, colour))
  }

  /** Fills many rectangles [x, y, width, height] as one path, so that no seam shows between neighbours. */
  fillAll(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void {
    if (rectangles.length === 0) return
    this.#parts.write(fillPath(rectangles.map(rectangle => rectanglePath(...rectangle)).join('\n'), colour))
  }

  /** As fillAll, in squares of `module` mm counted from x, y: a code of hundreds of them stays short. */
  fillModules(rectangles: readonly ModuleRectangle[], x: number, y: number, module: number, colour: string): void {
    const scale = Number(points(module).toFixed(5))
    const path = rectangles.map(rectangle => `${rectangle.join(' ')} re`).join('\n')
    const place = `${scale} 0 0 ${scale} ${operand(points(x))} ${operand(points(y))} cm`
    this.#parts.write(`q ${fillColour(colour)} ${place}\n${path}\nf Q`)
  }

  /**
   * Puts a picture into a box, whole ('contain') or filling it ('cover'). False, with a warning that calls it `name`, when
   * the bytes are no picture that can be printed. The same bytes are embedded once while they keep coming.
   */
  picture(bytes: Uint8Array, name: string, box: Box, fit: PictureFit): boolean {
    this.#parts.later(file => file.picture(bytes, box, fit))
    if (readPicture(bytes)) return true
    this.#warnings.add(`${name} tidak dapat dibaca dan tidak dicetak. Simpan ulang sebagai JPEG atau PNG.`)
    return false
  }

  /**
   * Repeats drawing that is the same on every page. `build` gives operators in points, y downwards from (0, 0) of the
   * form, and is called once a process: `key` must name the size of the sheet and everything else that it depends on.
   */
  form(key: string, build: () => FormContent): void {
    this.#parts.later(file => file.form(key, build))
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence)
  }

  /** What is written of the file so far, for a run too long to be held at once; `finish` then gives the rest. */
  takeBytes(): Uint8Array {
    return this.#written().take()
  }

  finish(): DrawnPaper {
    this.#endPage()
    const { width, height, left, right } = this
    const write = () => this.#written().finish()
    let bytes: Uint8Array | undefined
    return {
      drawn: [...this.#drawn],
      outline: { width, height, left, right, blocks: this.#outline.blocks },
      pages: this.#pages,
      warnings: this.#warnings.sentences(),
      get bytes() {
        bytes ??= write()
        return bytes
      },
    }
  }

  /** The file with all pages but the open one. */
  #written(): PdfFile {
    this.#file ??= new PdfFile(this.#options)
    for (const page of this.#drawn.splice(0)) this.#file.add(page)
    return this.#file
  }

  #endPage(): void {
    // A part that holds papers opens before the first page, and goes onto it.
    if (this.#pages === 0) return
    this.#drawn.push({ width: points(this.width), height: points(this.height), parts: this.#parts.finish() })
    this.#parts = new PageParts()
  }

  /** The name of the face on the open page. */
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
