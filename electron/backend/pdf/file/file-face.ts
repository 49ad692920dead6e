import type { Glyph } from 'fontkit'
import { type Face, faceParts } from '../text/fonts.ts'

const rememberedTexts = 20_000
const remembered = new Map<Face, Map<string, string | null>>()

/**
 * Operators of a text, valid at any size and in any file; null if a character is not among the usual ones or is raised. All characters must be in the
 * font.
 */
export function usualOperators(face: Face, text: string): string | null {
  const texts = remembered.get(face) ?? new Map<string, string | null>()
  remembered.set(face, texts)
  const known = texts.get(text)
  if (known !== undefined) return known
  const operators = encode(face, text, null)
  if (texts.size >= rememberedTexts) texts.clear()
  texts.set(text, operators)
  return operators
}

/** A font in one file: numbers rare glyphs, and embeds all at the end. */
export class FileFace {
  readonly #face: Face
  readonly #document: PDFKit.PDFDocument
  readonly #others: Glyph[] = []
  readonly #numbers = new Map<number, number>()
  /** Filled in at the end of the file; pages may refer to it before. */
  readonly reference: PDFKit.PDFKitReference

  constructor(face: Face, document: PDFKit.PDFDocument) {
    this.#face = face
    this.#document = document
    this.reference = document.ref({})
  }

  /** Operators that show the text; all characters must be in the font. */
  show(text: string, size: number): string {
    return encode(this.#face, text, { size, numberOf: glyph => this.#numberOf(glyph) }) ?? ''
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
      // Font descriptor flags: 4 is symbolic, 64 italic.
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
}

/** Null for a rare or raised glyph without `file`, because its number and rise depend on file and size. */
function encode(
  face: Face,
  text: string,
  file: { size: number; numberOf: (glyph: Glyph) => number } | null,
): string | null {
  const { glyphs: numbers, words, scale } = faceParts(face)
  let rise = 0
  let shown = ''
  let open = ''
  const parts: string[] = []
  const close = () => {
    if (open !== '') shown += `(${open})`
    open = ''
  }
  const flush = () => {
    close()
    if (shown !== '') parts.push(`[${shown}] TJ`)
    shown = ''
  }
  for (const { glyphs, positions } of words(text)) {
    for (const [index, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset, yOffset } = positions[index] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
      if (yOffset !== rise) {
        if (!file) return null
        // An accent above or below its letter; the rise is relative to the size.
        flush()
        parts.push(`${short((yOffset * scale * file.size) / 1000)} Ts`)
        rise = yOffset
      }
      if (xOffset !== 0) {
        close()
        shown += short(-xOffset * scale)
      }
      const number = numbers.numberOf(glyph) ?? file?.numberOf(glyph)
      if (number === undefined) return null
      open += twoBytes(number)
      const kern = glyph.advanceWidth - (xAdvance - xOffset)
      if (kern !== 0) {
        close()
        shown += short(kern * scale)
      }
    }
  }
  flush()
  if (rise !== 0) parts.push('0 Ts')
  return parts.join('\n')
}

/** As a binary PDF string, half as long as hexadecimal. */
function twoBytes(value: number): string {
  return String.fromCharCode(value >> 8, value & 0xff)
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('\r', '\\r')
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100 || 0)
}
