import type { Glyph } from 'fontkit'
import { type Face, faceParts } from './fonts.ts'
import { hexOf } from './glyph-subset.ts'

const rememberedTexts = 20_000
const remembered = new Map<Face, Map<string, string | null>>()

/** One face within one file: shows texts by the numbers of their glyphs, and embeds the glyphs at the end. */
export class FileFace {
  readonly #face: Face
  readonly #document: PDFKit.PDFDocument
  readonly #others: Glyph[] = []
  readonly #numbers = new Map<number, number>()
  /** Filled in when the file ends; pages may name it before. */
  readonly reference: PDFKit.PDFKitReference

  constructor(face: Face, document: PDFKit.PDFDocument) {
    this.#face = face
    this.#document = document
    this.reference = document.ref({})
  }

  /** Operators that show the text from the present place on; every letter must be in the face. */
  show(text: string, size: number): string {
    const texts = remembered.get(this.#face) ?? new Map<string, string | null>()
    remembered.set(this.#face, texts)
    const known = texts.get(text)
    if (known) return known
    if (known === null) return this.#encode(text, size).operators
    const { operators, shared } = this.#encode(text, size)
    if (texts.size >= rememberedTexts) texts.clear()
    // Only what reads the same in every file and at every size may be kept.
    texts.set(text, shared ? operators : null)
    return operators
  }

  embed(): void {
    const { font, glyphs, scale } = faceParts(this.#face)
    const { fontFile, widths, toUnicode } = glyphs.embed(this.#others)
    const stream = (data: { deflated: Uint8Array; length: number }, extra: object) => {
      const reference = this.#document.ref({ Filter: 'FlateDecode', ...extra })
      reference.end(Buffer.from(data.deflated))
      return reference
    }
    const name = `BALAIA+${font.postscriptName.replaceAll(' ', '_')}`
    const { minX, minY, maxX, maxY } = font.bbox
    const descriptor = this.#document.ref({
      Type: 'FontDescriptor',
      FontName: name,
      // 4: glyphs beyond plain Latin may stand in it; 64: italic.
      Flags: font.italicAngle === 0 ? 4 : 68,
      FontBBox: [minX, minY, maxX, maxY].map(value => value * scale),
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: (font.capHeight || font.ascent) * scale,
      XHeight: font.xHeight * scale,
      StemV: 0,
      FontFile2: stream(fontFile, { Length1: fontFile.length }),
    })
    descriptor.end(undefined as never)
    const descendant = this.#document.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: [0, widths],
      CIDToGIDMap: 'Identity',
    })
    descendant.end(undefined as never)
    Object.assign(this.reference.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: stream(toUnicode, {}),
    })
    this.reference.end(undefined as never)
  }

  #numberOf(glyph: Glyph): number {
    const known = this.#numbers.get(glyph.id)
    if (known !== undefined) return known
    const number = faceParts(this.#face).glyphs.count + this.#others.length
    this.#others.push(glyph)
    this.#numbers.set(glyph.id, number)
    return number
  }

  #encode(text: string, size: number): { operators: string; shared: boolean } {
    const { glyphs: numbers, words, scale } = faceParts(this.#face)
    let shared = true
    let rise = 0
    let shown = ''
    let open = ''
    const parts: string[] = []
    const close = () => {
      if (open !== '') shown += `<${open}>`
      open = ''
    }
    const flush = () => {
      close()
      if (shown !== '') parts.push(`[${shown}] TJ`)
      shown = ''
    }
    for (const { glyphs, positions } of words(text)) {
      glyphs.forEach((glyph, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
        const usual = numbers.numberOf(glyph)
        if (usual === undefined) shared = false
        if (yOffset !== rise) {
          // A mark that sits higher or lower than its letter; the rise is in units of the size.
          flush()
          parts.push(`${short((yOffset * scale * size) / 1000)} Ts`)
          rise = yOffset
          shared = false
        }
        if (xOffset !== 0) {
          close()
          shown += short(-xOffset * scale)
        }
        open += hexOf(usual ?? this.#numberOf(glyph))
        const kern = glyph.advanceWidth - (xAdvance - xOffset)
        if (kern !== 0) {
          close()
          shown += short(kern * scale)
        }
      })
    }
    flush()
    if (rise !== 0) parts.push('0 Ts')
    return { operators: parts.join('\n'), shared }
  }
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}
