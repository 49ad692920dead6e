import { deflateSync } from 'node:zlib'
import type { Font, Glyph, GlyphPosition } from 'fontkit'

/** Characters that papers nearly always need: embedded in every file in this order. */
const usual =
  " \u00a0ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;/-–()'’&%×“”?·…=|fi|fl|ff|ffi|ffl|tt|ti|Th|ft"

const rememberedSubsets = 20

export type GlyphRun = { glyphs: readonly Glyph[]; positions: readonly GlyphPosition[] }

/** Embedded data of a font; streams are already deflated. */
type EmbeddedSubset = {
  fontFile: { deflated: Uint8Array; length: number }
  /** In 1/1000 of the size, by glyph. */
  widths: number[]
  toUnicode: { deflated: Uint8Array; length: number }
}

type Numbered = { id: number; codePoints: readonly number[]; width: number }

/**
 * The glyphs of a font with their numbers. Subsetting and compressing takes most of the time of a short file, so usual characters have fixed numbers,
 * and files without others share one subset. Numbers and bytes never depend on earlier drawings.
 */
export class GlyphNumbers {
  readonly scale: number
  readonly #font: Font
  readonly #usual: Numbered[] = []
  readonly #numbers = new Map<number, number>()
  readonly #made = new Map<string, EmbeddedSubset>()

  constructor(font: Font, layOut: (text: string) => GlyphRun) {
    this.#font = font
    this.scale = 1000 / font.unitsPerEm
    const add = (glyph: Glyph, codePoints: readonly number[]) => {
      if (this.#numbers.has(glyph.id)) return
      this.#usual.push({ id: glyph.id, codePoints, width: glyph.advanceWidth * this.scale })
      this.#numbers.set(glyph.id, this.#usual.length - 1)
    }
    add(font.getGlyph(0), [0])
    const [letters = '', ...joined] = usual.split('|')
    // In these fonts a single character is the glyph of its code; laying out eighty of them would be most of loading a font.
    const single = [...letters].map(letter => font.glyphForCodePoint(letter.codePointAt(0) ?? 0))
    for (const glyph of [...single, ...joined.flatMap(text => layOut(text).glyphs)])
      if (glyph.id !== 0) add(glyph, glyph.codePoints)
  }

  /** Undefined for a glyph that is not among the usual ones. */
  numberOf(glyph: Glyph): number | undefined {
    return this.#numbers.get(glyph.id)
  }

  get count(): number {
    return this.#usual.length
  }

  /** The usual glyphs, then the others of a file in the order of use. */
  embed(others: readonly Glyph[]): EmbeddedSubset {
    // Includes code points, because a glyph may stand for several characters.
    const key = others.map(({ id, codePoints }) => `${id} ${codePoints}`).join()
    const known = this.#made.get(key)
    if (known) return known
    const made = this.#make(others)
    // Only one subset is cached: a rare character is in all papers of a class and in none of the next.
    if (this.#made.size >= rememberedSubsets) this.#made.clear()
    this.#made.set(key, made)
    return made
  }

  #make(others: readonly Glyph[]): EmbeddedSubset {
    const glyphs: Numbered[] = [
      ...this.#usual,
      ...others.map(({ id, codePoints, advanceWidth }) => ({ id, codePoints, width: advanceWidth * this.scale })),
    ]
    const subset = this.#font.createSubset()
    const asTheyAre = readOutlines(this.#font, glyphs)
    // Number 0 is .notdef, which every subset has.
    for (const { id } of glyphs.slice(1)) subset.includeGlyph(id as unknown as Glyph)
    // The types are of an older fontkit, which returned a stream.
    const file = subset.encode() as unknown as Uint8Array
    asTheyAre()
    const map = Buffer.from(unicodeMap(glyphs))
    return {
      fontFile: { deflated: deflateSync(file), length: file.length },
      widths: glyphs.map(glyph => Number(glyph.width.toFixed(2))),
      toUnicode: { deflated: deflateSync(map), length: map.length },
    }
  }
}

// Members of fontkit that its types lack.
type Outlines = {
  loca: { offsets: number[] }
  _getTableStream(table: string): { pos: number; readInt16BE(): number }
}

/**
 * fontkit parses the outline of each glyph to see whether it is composite, which takes most of the time of the first paper. The first number of the
 * outline tells the same; simple glyphs are copied unchanged. The returned function undoes the patch.
 */
function readOutlines(font: Font, glyphs: readonly Numbered[]): () => void {
  const { loca, _getTableStream } = font as unknown as Outlines
  const simple = glyphs.flatMap(({ id }) => {
    const [from = 0, to = 0] = [loca.offsets[id], loca.offsets[id + 1]]
    if (from === to) return []
    const stream = _getTableStream.call(font, 'glyf')
    stream.pos += from
    if (stream.readInt16BE() < 0) return []
    const glyph = font.getGlyph(id) as Glyph & { _decode?: () => object }
    glyph._decode = () => ({ numberOfContours: 1 })
    return [glyph]
  })
  return () => {
    for (const glyph of simple) delete glyph._decode
  }
}

function unicodeMap(glyphs: readonly Numbered[]): string {
  const entries = glyphs.map(({ codePoints }) => {
    const units = [...String.fromCodePoint(...codePoints)].flatMap(letter =>
      Array.from({ length: letter.length }, (_, at) => hexOf(letter.charCodeAt(at))),
    )
    return `<${units.join('')}>`
  })
  const ranges: string[] = []
  // A range must not cross a multiple of 256.
  for (let from = 0; from < entries.length; from += 256) {
    const part = entries.slice(from, from + 256)
    ranges.push(`1 beginbfrange\n<${hexOf(from)}> <${hexOf(from + part.length - 1)}> [${part.join(' ')}]\nendbfrange`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${ranges.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

export function hexOf(value: number): string {
  return value.toString(16).padStart(4, '0')
}
