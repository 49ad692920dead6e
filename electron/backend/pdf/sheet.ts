import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { FileFace } from './file-face.ts'
import type { Face } from './fonts.ts'
import { operand } from './guilloche.ts'
import { millimetres, points } from './millimetres.ts'
import { readPicture } from './picture.ts'
import { type Box, type PictureFit, type PlacedPicture, placePicture } from './placed-picture.ts'
import { printableText } from './printable-text.ts'
import { type TagRole, Tags } from './tags.ts'
import { fitSize, type TextStyle, textWidth } from './text-measure.ts'

/** Distances in mm from the edges of the sheet. */
export type Margins = { left: number; right: number; top: number; bottom: number }

export type SheetOptions = {
  /** Size of every page in mm. */
  width: number
  height: number
  margins: Margins
  /** Title and author of the file; fixed words and numbers. */
  title: string
  author: string
  /** The only date in the file: the same facts must give the same bytes. */
  createdOn: PlainDate
  /** Word across every page, beneath everything else; null for none. */
  watermark: string | null
  /** Says what each part is (heading, paragraph, table, picture) for who has the file read out; see `tagged`. */
  tagged?: boolean
  /** Words in a box above the right end of the text, between the edge and everything that papers draw. */
  stamp?: string
  /** How far everything moves on every page, in mm to the right and down; left out, not at all. */
  shift?: { x: number; y: number }
}

export type DrawnPaper = {
  bytes: Uint8Array
  pages: number
  /** Indonesian sentences for the clerk: letters that no font has, texts that were cut, pictures that cannot be read. */
  warnings: string[]
}

export type Align = 'left' | 'center' | 'right'
export type DrawStyle = TextStyle & { align?: Align; colour?: string }

export const colours = { ink: '#000000', grey: '#555555', rule: '#999999', tint: '#E6E6E6', pale: '#F2F2F2' } as const

const rememberedPictures = 50

/** Degrees that the watermark rises. */
const watermarkAngle = 35

/**
 * One file being drawn. Everything is in mm from the top left corner of the sheet and y of a text is its baseline; sizes
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
  readonly #document: PDFKit.PDFDocument
  readonly #watermark: string | null
  readonly #stamp: string | undefined
  readonly #tags: Tags | null
  readonly #shift: { x: number; y: number } | null
  readonly #warnings = new Set<string>()
  readonly #missingLetters: { text: string; letters: string }[] = []
  readonly #pictures = new Map<Uint8Array, PlacedPicture | null>()
  #placed = 0
  readonly #faces = new Map<Face, { name: string; face: FileFace }>()
  readonly #forms = new Map<string, PDFKit.PDFKitReference>()
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
    this.#watermark = options.watermark
    this.#stamp = options.stamp
    this.#shift = options.shift ?? null
    this.#document = new PDFDocument({
      autoFirstPage: false,
      size: [points(width), points(height)],
      margin: 0,
      font: '',
      pdfVersion: '1.7',
      subset: 'PDF/A-2b',
      lang: 'id-ID',
      displayTitle: true,
      tagged: options.tagged ?? false,
      info: {
        Title: metadataText(options.title),
        Author: metadataText(options.author),
        Creator: 'Balai',
        Producer: 'Balai',
        // Noon in UTC is the same calendar day in all of Indonesia; the time of printing stands in the footer.
        CreationDate: new Date(`${options.createdOn}T12:00:00Z`),
      },
    })
    this.#tags = options.tagged ? new Tags(this.#document) : null
  }

  get pages(): number {
    return this.#pages
  }

  addPage(): void {
    this.#tags?.endPage()
    this.#document.addPage()
    // The usual unit needs no word, and a checker of long-lived files takes a page that names one for invalid.
    delete (this.#document.page.dictionary.data as { UserUnit?: number }).UserUnit
    this.#pages += 1
    this.#tags?.startPage()
    if (this.#shift) this.#document.translate(points(this.#shift.x), points(this.#shift.y))
    if (this.#watermark) this.#drawWatermark(this.#watermark)
    if (this.#stamp) this.#drawStamp(this.#stamp)
  }

  /**
   * Draws a part that means something, in the order in which it is read; whatever is drawn outside of one is decoration. Parts may lie in
   * 'Table' and 'TR' only. @param says what a picture shows, for who cannot see it
   */
  tagged<T>(role: TagRole, draw: () => T, says?: string): T {
    return this.#tags ? this.#tags.part(role, draw, says) : draw()
  }

  /** Draws one line of text with x as its left end, middle or right end; gives back its width. */
  text(text: string, x: number, y: number, style: DrawStyle): number {
    const drawn = printableText(text, style.face)
    if (drawn.missing !== '') this.#missingLetters.push({ text: text.trim(), letters: drawn.missing })
    const width = textWidth(text, style)
    if (drawn.text.trim() === '') return width
    const start = style.align === 'center' ? x - width / 2 : style.align === 'right' ? x - width : x
    const { name, face } = this.#faceOf(drawn.face)
    this.#document.page.fonts[name] ??= face.reference
    const [red, green, blue] = unitColour(style.colour ?? colours.ink)
    const tracking = style.tracking ? `${operand(style.tracking)} Tc ` : ''
    // The page is turned upside down, so the text is turned back.
    const matrix = `1 0 0 -1 ${operand(points(start))} ${operand(points(y))} Tm`
    this.#document.addContent(
      `q ${red} ${green} ${blue} rg BT /${name} ${operand(style.size)} Tf ${tracking}${matrix}\n${face.show(drawn.text, style.size)}\nET Q`,
    )
    return width
  }

  /** As `text`, running upwards: `x` is the baseline, `y` the lower end, the middle or the upper end. */
  uprightText(text: string, x: number, y: number, style: DrawStyle): void {
    this.#document.save().rotate(-90, { origin: [points(x), points(y)] })
    this.text(text, x, y, style)
    this.#document.restore()
  }

  line(x1: number, y1: number, x2: number, y2: number, thickness: number, colour: string = colours.ink): void {
    this.#document
      .moveTo(points(x1), points(y1))
      .lineTo(points(x2), points(y2))
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke()
  }

  /** A line of dots to write on; drawn, because full stops would be read as text. */
  dots(x1: number, x2: number, y: number): void {
    this.#document.save().dash(0.6, { space: 1.4 })
    this.line(x1, y, x2, y, 0.4, colours.grey)
    this.#document.restore()
  }

  fill(x: number, y: number, width: number, height: number, colour: string): void {
    this.#document.rect(points(x), points(y), points(width), points(height)).fill(colour)
  }

  frame(x: number, y: number, width: number, height: number, thickness: number, colour: string = colours.ink): void {
    this.#document
      .rect(points(x), points(y), points(width), points(height))
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke()
  }

  /** Fills many rectangles [x, y, width, height] as one path, so that no seam shows between neighbours. */
  fillAll(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void {
    if (rectangles.length === 0) return
    for (const [x, y, width, height] of rectangles) {
      this.#document.rect(points(x), points(y), points(width), points(height))
    }
    this.#document.fill(colour)
  }

  /** As fillAll, in squares of `module` mm counted from x, y: a code of hundreds of them stays short. */
  fillModules(
    runs: readonly (readonly [column: number, row: number, length: number])[],
    x: number,
    y: number,
    module: number,
    colour: string,
  ): void {
    const [red, green, blue] = unitColour(colour)
    const scale = Number(points(module).toFixed(5))
    const path = runs.map(([column, row, length]) => `${column} ${row} ${length} 1 re`).join('\n')
    const place = `${scale} 0 0 ${scale} ${operand(points(x))} ${operand(points(y))} cm`
    this.#document.addContent(`q ${red} ${green} ${blue} rg ${place}\n${path}\nf Q`)
  }

  /**
   * Puts a picture into a box, whole ('contain') or filling it ('cover'). False, with a warning that calls it `name`, when
   * the bytes are no picture that can be printed. The same bytes are embedded once while they keep coming.
   */
  picture(bytes: Uint8Array, name: string, box: Box, fit: PictureFit): boolean {
    const picture = this.#place(bytes)
    if (!picture) {
      this.#warnings.add(`${name} tidak dapat dibaca dan tidak dicetak. Simpan ulang sebagai JPEG atau PNG.`)
      return false
    }
    this.#document.save()
    this.#document.rect(points(box.x), points(box.y), points(box.width), points(box.height)).clip()
    picture.draw(box, fit)
    this.#document.restore()
    return true
  }

  /**
   * Repeats drawing that is the same on every page. `build` gives operators in points, y downwards from (0, 0) of the
   * form, and is called once a process: `key` must name the size of the sheet and everything else that it depends on.
   */
  form(key: string, build: () => FormContent): void {
    const known = this.#forms.get(key)
    const form = known ?? this.#makeForm(compressedForm(key, build))
    this.#forms.set(key, form)
    const name = `Form${[...this.#forms.keys()].indexOf(key) + 1}`
    this.#document.page.xobjects[name] = form
    this.#document.addContent(`q /${name} Do Q`)
  }

  warn(sentence: string): void {
    this.#warnings.add(sentence)
  }

  /** What is written of the file so far, for a run too long to be held at once; `finish` then gives the rest. */
  takeBytes(): Uint8Array | null {
    const bytes: unknown = this.#document.read()
    return bytes instanceof Uint8Array ? bytes : null
  }

  finish(): DrawnPaper {
    this.#tags?.finish()
    for (const { face } of this.#faces.values()) face.embed()
    this.#document.end()
    // Everything is pushed before end() returns, so one read takes the whole file.
    const bytes: unknown = this.#document.read()
    if (!(bytes instanceof Uint8Array)) throw new Error('PDFKit did not finish the file at once')
    return { bytes: new Uint8Array(bytes), pages: this.#pages, warnings: this.#allWarnings() }
  }

  /** A name that was drawn whole and in parts is named once, whole. */
  #allWarnings(): string[] {
    const found = this.#missingLetters
    const whole = found.filter(({ text }) => !found.some(other => other.text !== text && other.text.includes(text)))
    return [...new Set(whole.map(({ text, letters }) => missingLettersWords(text, letters))), ...this.#warnings]
  }

  #faceOf(face: Face): { name: string; face: FileFace } {
    const known = this.#faces.get(face)
    if (known) return known
    const entry = { name: `T${this.#faces.size + 1}`, face: new FileFace(face, this.#document) }
    this.#faces.set(face, entry)
    return entry
  }

  #drawWatermark(word: string): void {
    const angle = (watermarkAngle * Math.PI) / 180
    const room = Math.min((this.width - 40) / Math.cos(angle), (this.height - 40) / Math.sin(angle))
    const style = { face: 'arimo-bold', size: 96, tracking: 4 } as const
    const size = fitSize(word, style, 24, room)
    this.#document.save().rotate(-watermarkAngle, { origin: [points(this.width / 2), points(this.height / 2)] })
    const baseline = this.height / 2 + 0.35 * millimetres(size)
    this.text(word, this.width / 2, baseline, { ...style, size, align: 'center', colour: '#EBEBEB' })
    this.#document.restore()
  }

  #drawStamp(words: string): void {
    const style = { face: 'arimo-bold', size: 9 } as const
    const width = textWidth(words, style) + 4
    this.frame(this.right - width, 5.1, width, 4, 0.8)
    this.tagged('P', () => this.text(words, this.right - width / 2, 8.25, { ...style, align: 'center' }))
  }

  #place(bytes: Uint8Array): PlacedPicture | null {
    const known = this.#pictures.get(bytes)
    if (known !== undefined) {
      // The youngest again.
      this.#pictures.delete(bytes)
      this.#pictures.set(bytes, known)
      return known
    }
    const picture = readPicture(bytes)
    this.#placed += 1
    const placed = picture ? placePicture(this.#document, picture, this.#placed) : null
    // A run of a thousand photos must not hold them all; what repeats, as a logo does, is drawn again soon.
    const [oldest] = this.#pictures.keys()
    if (this.#pictures.size >= rememberedPictures && oldest) this.#pictures.delete(oldest)
    this.#pictures.set(bytes, placed)
    return placed
  }

  #makeForm({ bounds, deflated, parts }: CompressedForm): PDFKit.PDFKitReference {
    const [x, y, width, height] = bounds
    const resources = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, this.#makeForm(part)] as const),
    )
    const form = this.#document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [x, y, x + width, y + height],
      Filter: 'FlateDecode',
      Resources: Object.keys(parts).length > 0 ? { XObject: resources } : {},
    })
    form.end(deflated)
    return form
  }
}

export type FormContent = {
  /** x, y, width, height in points. */
  bounds: readonly [number, number, number, number]
  operators: string
  /** Forms that this one draws by name. */
  parts?: Record<string, FormContent>
}

type CompressedForm = Pick<FormContent, 'bounds'> & { deflated: Buffer; parts: Record<string, CompressedForm> }

const compressedForms = new Map<string, CompressedForm>()

/** Frames are the same in every file: they are built and compressed once a process. */
function compressedForm(key: string, build: () => FormContent): CompressedForm {
  const known = compressedForms.get(key)
  if (known) return known
  const form = compressForm(build())
  if (compressedForms.size >= 50) compressedForms.clear()
  compressedForms.set(key, form)
  return form
}

function compressForm({ bounds, operators, parts = {} }: FormContent): CompressedForm {
  const compressed = Object.entries(parts).map(([name, part]) => [name, compressForm(part)] as const)
  return { bounds, deflated: deflateSync(operators), parts: Object.fromEntries(compressed) }
}

/** '#1E4B43' → [0.118, 0.294, 0.263] */
function unitColour(hex: string): number[] {
  return [1, 3, 5].map(at => Number((Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)))
}

// PDFKit writes these unescaped into the XMP packet, where one '&' makes the whole packet unreadable.
function metadataText(text: string): string {
  return text.replace(/[&<>]/g, '-').replace(/[\p{Cc}\p{Cs}]/gu, ' ')
}

function missingLettersWords(text: string, letters: string): string {
  const quoted = Array.from(letters, letter => `“${letter}”`).join(', ')
  return `Huruf ${quoted} pada “${text}” tidak ada di huruf cetak dan dicetak sebagai “?”.`
}
