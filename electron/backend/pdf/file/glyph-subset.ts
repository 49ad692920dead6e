import { deflateSync } from 'node:zlib'
import type { Font, Glyph, GlyphPosition } from 'fontkit'

/** Letters of a face that papers nearly always need: they stand in every file, in this order, whether used or not. */
const usual =
  " \u00a0ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;/-–()'’&%×“”?·…=|fi|fl|ff|ffi|ffl|tt|ti|Th|ft"

const rememberedSubsets = 20

export type GlyphRun = { glyphs: readonly Glyph[]; positions: readonly GlyphPosition[] }

/** What a file embeds of one face; streams are deflated already. */
type EmbeddedSubset = {
  fontFile: { deflated: Uint8Array; length: number }
  /** In 1/1000 of the size, by glyph. */
  widths: number[]
  toUnicode: { deflated: Uint8Array; length: number }
}

type Numbered = { id: number; codePoints: readonly number[]; width: number }

/**
 * The glyphs of one face and their numbers. Making and compressing a subset anew is most of the time that a short file
 * takes; so the usual letters have fixed numbers, and a file that needs no others shares one subset with all such files. The
 * numbers, and with them the bytes, never depend on what was drawn before.
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
    // A letter by itself is the glyph of its code in each of these faces; laying out eighty of them is most of loading one.
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

  /** The usual glyphs, and behind them the others of one file in the order in which it used them. */
  embed(others: readonly Glyph[]): EmbeddedSubset {
    // The code points too: one glyph may stand for several letters.
    const key = others.map(({ id, codePoints }) => `${id} ${codePoints}`).join()
    const known = this.#made.get(key)
    if (known) return known
    const made = this.#make(others)
    // Remembered for one subset only: a name with a rare letter is on every paper of its class and on none of the next.
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
    // Number 0 is .notdef, which a subset has from the start.
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

// What fontkit has and its types do not know.
type Outlines = {
  loca: { offsets: number[] }
  _getTableStream(table: string): { pos: number; readInt16BE(): number }
}

/**
 * fontkit takes the outline of each glyph apart to see whether it is put together from others, which is most of the time of the first paper
 * of a process. Here a look at its first number says so; a simple one is copied as it is, to the same bytes. What is given back undoes it.
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
  // A range must not cross a border of 256.
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
