import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import * as fontkit from 'fontkit'
import { GlyphNumbers, type GlyphRun } from '../file/glyph-subset.ts'
import { fontFiles, packedFontName } from './font-files.ts'

export type Face = keyof typeof fontFiles

type Run = GlyphRun & { width: number }
type LoadedFont = {
  font: fontkit.Font
  glyphs: GlyphNumbers
  /** Factor from units of the font to 1/1000 of the size. */
  scale: number
  run: (text: string) => Run
  /** Cache: code point → whether the font has it. A look-up in the font itself is slow. */
  letters: Map<number, boolean>
}

const rememberedRuns = 20_000
const resolver = createRequire(import.meta.url)
const loaded = new Map<Face, LoadedFont>()

/**
 * What a file needs of a font. Cached for the process: parsing a complete TTF takes 2 to 20 ms, and a third of the drawing time is laying out the
 * same words again.
 */
export function faceParts(
  face: Face,
): Pick<LoadedFont, 'font' | 'glyphs' | 'scale'> & { words: (text: string) => GlyphRun[] } {
  const { font, glyphs, scale, run } = load(face)
  return { font, glyphs, scale, words: text => wordsOf(text).map(run) }
}

export function hasLetter(face: Face, codePoint: number): boolean {
  const { font, letters } = load(face)
  const known = letters.get(codePoint)
  if (known !== undefined) return known
  const has = font.hasGlyphForCodePoint(codePoint)
  letters.set(codePoint, has)
  return has
}

/** Width of a text in units of 1/1000 of the size, with the kerning that will be drawn. Every letter must be in the font. */
export function advance(face: Face, text: string): number {
  const { scale, run } = load(face)
  let width = 0
  for (const word of wordsOf(text)) width += run(word).width
  return width * scale
}

// Word by word, each with the space behind it: words are cached, and kerning across a space is never applied.
function wordsOf(text: string): string[] {
  return text.match(/[^ \t]*[ \t]|[^ \t]+$/g) ?? []
}

function load(face: Face): LoadedFont {
  const known = loaded.get(face)
  if (known) return known
  const font = fontkit.create(readFont(fontFiles[face]))
  if (!('layout' in font)) throw new Error(`${fontFiles[face]} is a font collection`)
  tellGlyphsApart(font)
  const run = rememberRuns(font)
  const glyphs = new GlyphNumbers(font, run)
  const entry = { font, glyphs, scale: glyphs.scale, run, letters: new Map<number, boolean>() }
  loaded.set(face, entry)
  return entry
}

// The built program has the fonts compressed beside its code. When running from sources they come from their packages.
function readFont(file: string): Buffer {
  const packed = fileURLToPath(new URL(`../fonts/${packedFontName(file)}`, import.meta.url))
  return existsSync(packed)
    ? brotliDecompressSync(readFileSync(packed))
    : readFileSync(resolver.resolve(`@expo-google-fonts/${file}`))
}

/**
 * fontkit keeps one object for each glyph, with the characters for which it was first used: none for the C that came as a part of Ć, a plain space
 * for a non-breaking one. Without this, copied text, and the bytes of the file, would depend on what the process drew before.
 */
function tellGlyphsApart(font: fontkit.Font): void {
  const remembered = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints = []) => {
    const glyph = remembered(id, codePoints)
    if (codePoints.length === 0 || isSame(glyph.codePoints, codePoints)) return glyph
    return Object.create(glyph, { codePoints: { value: codePoints } })
  }
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index])
}

function rememberRuns(font: fontkit.Font): (text: string) => Run {
  const runs = new Map<string, Run>()
  return text => {
    const known = runs.get(text)
    if (known) return known
    const { glyphs, positions, advanceWidth } = font.layout(text)
    const run = { glyphs, positions, width: advanceWidth }
    if (runs.size >= rememberedRuns) runs.clear()
    runs.set(text, run)
    return run
  }
}
