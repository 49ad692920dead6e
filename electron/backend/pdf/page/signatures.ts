import type { Sheet } from '../sheet.ts'
import type { Face } from '../text/fonts.ts'
import { balancedLines, fitSize, textWidth } from '../text/text-measure.ts'

export type SignatureBlock = {
  /** Lines above the title: place and date, 'Mengetahui'. */
  above: readonly string[]
  /** Office of the signer; a comma is added after it. */
  title: string
  /** An empty name is drawn as a dotted line to write on, a blank (' ') as nothing. */
  name: string
  /** Lines below the name: rank, NIP. */
  below: readonly string[]
}

export type SignatureStyle = {
  face: Face
  nameFace: Face
  size: number
  leading: number
  /** Empty height for the signature, in mm: 20, on compact sheets 15, never less than 14. */
  space: number
  /** Maximum width of a line in mm. */
  width: number
  /** Default: centred. */
  align?: 'center' | 'left'
}

export const officeSignature: SignatureStyle = {
  face: 'arimo',
  nameFace: 'arimo-bold',
  size: 10,
  leading: 4.7,
  space: 20,
  width: 78,
}

/** In points. A longer name takes a second line above, in the space for the signature. */
const smallestName = 9.5
const nameLeading = 4.1

type Stacked = { block: SignatureBlock; lines: string[] }

/** Height from the first baseline to the last one, in mm. */
export function signatureHeight(blocks: readonly SignatureBlock[], style: SignatureStyle): number {
  const above = Math.max(...blocks.map(block => stack(block, style).lines.length - 1)) * style.leading
  return above + style.space + 3.2 + belowHeight(blocks, style)
}

/** Height from the first baseline to the baseline of the names. */
export function signatureNameOffset(blocks: readonly SignatureBlock[], style: SignatureStyle): number {
  return signatureHeight(blocks, style) - belowHeight(blocks, style)
}

/**
 * Draws signature blocks side by side. All names are on one baseline `nameY`; titles grow upwards from it, rank and NIP downwards, so long titles
 * need no special case.
 */
export function drawSignatures(
  sheet: Sheet,
  blocks: readonly { block: SignatureBlock; centre: number }[],
  nameY: number,
  style: SignatureStyle,
): void {
  const sizes = sizesOf(
    blocks.map(({ block }) => block),
    style,
  )
  for (const { block, centre } of blocks) drawSignature(sheet, block, centre, nameY, style, sizes)
}

/** One size for all names of a row and one for everything below the names. */
function sizesOf(blocks: readonly SignatureBlock[], style: SignatureStyle): { name: number; below: number } {
  const name = { face: style.nameFace, size: style.size + 0.5 }
  return {
    name: Math.min(...blocks.map(block => fitSize(block.name, name, Math.min(smallestName, name.size), style.width))),
    below: Math.min(
      style.size,
      ...blocks.flatMap(block => block.below.map(line => fitSize(line, style, 7.5, style.width))),
    ),
  }
}

/** Draws one block, centred on x or with x as its left edge. */
export function drawSignature(
  sheet: Sheet,
  block: SignatureBlock,
  x: number,
  nameY: number,
  style: SignatureStyle,
  sizes = sizesOf([block], style),
): void {
  const { align = 'center' } = style
  const { lines } = stack(block, style)
  const lowest = nameY - style.space - 3.2
  sheet.tagged('P', () => {
    lines.forEach((line, index) => {
      const y = lowest - (lines.length - 1 - index) * style.leading
      sheet.text(line, x, y, { face: style.face, size: fitSize(line, style, 7.5, style.width), align })
    })
    drawName(sheet, block.name, x, nameY, style, sizes.name)
    block.below.forEach((line, index) => {
      sheet.text(line, x, nameY + (index + 1) * style.leading, { face: style.face, size: sizes.below, align })
    })
  })
}

/** The area that a block takes, in mm. */
export function signatureBounds(
  block: SignatureBlock,
  x: number,
  nameY: number,
  style: SignatureStyle,
): { left: number; top: number; right: number; bottom: number } {
  const { lines } = stack(block, style)
  const widest = Math.max(
    ...[...lines, ...block.below].map(line =>
      textWidth(line, { ...style, size: fitSize(line, style, 7.5, style.width) }),
    ),
    nameLines(block.name, style, sizesOf([block], style).name).width,
  )
  const left = style.align === 'left' ? x : x - widest / 2
  const top = nameY - style.space - 3.2 - (lines.length - 1) * style.leading - style.size * 0.25
  return { left, right: left + widest, top, bottom: nameY + block.below.length * style.leading + 1.2 }
}

// A name of a hundred letters takes a second line, upwards into the space for the signature.
function nameLines(name: string, style: SignatureStyle, size: number): { lines: string[]; width: number } {
  if (name.trim() === '') return { lines: [], width: name === '' ? Math.min(52, style.width) : 0 }
  const text = { face: style.nameFace, size }
  const lines = balancedLines(name, text, style.width)
  return { lines, width: Math.max(...lines.map(line => textWidth(line, text))) }
}

function drawName(sheet: Sheet, name: string, x: number, y: number, style: SignatureStyle, size: number): void {
  const { align = 'center' } = style
  const { lines, width } = nameLines(name, style, size)
  const left = align === 'left' ? x : x - width / 2
  if (lines.length === 0) {
    if (width > 0) sheet.dots(left, left + width, y)
    return
  }
  lines.forEach((line, index) => {
    sheet.text(line, x, y - (lines.length - 1 - index) * nameLeading, { face: style.nameFace, size, align })
  })
  sheet.line(left, y + 0.9, left + width, y + 0.9, 0.5)
}

function stack(block: SignatureBlock, style: SignatureStyle): Stacked {
  // A signer on behalf of another has several offices, one below the other: 'a.n. Kepala Dinas', 'Sekretaris', 'u.b.', …
  const offices = block.title.split('\n')
  const title = offices.flatMap((office, index) =>
    balancedLines(index === offices.length - 1 ? `${office},` : office, style, style.width),
  )
  return { block, lines: [...block.above, ...title] }
}

function belowHeight(blocks: readonly SignatureBlock[], style: SignatureStyle): number {
  return Math.max(...blocks.map(block => block.below.length)) * style.leading
}
