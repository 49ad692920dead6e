import type { Face } from './fonts.ts'
import type { Sheet } from './sheet.ts'
import { balancedLines, fitSize, textWidth } from './text-measure.ts'

export type SignatureBlock = {
  /** Place and date, 'Mengetahui': lines above the title. */
  above: readonly string[]
  /** Office of the signer; a comma is put behind it. */
  title: string
  /** Empty: a dotted line to write the name on. */
  name: string
  /** Rank, NIP: lines below the name. */
  below: readonly string[]
}

export type SignatureStyle = {
  face: Face
  nameFace: Face
  size: number
  leading: number
  /** Empty height to sign in, in mm: 20, on compact sheets 15, never less than 14. */
  space: number
  /** Widest line in mm. */
  width: number
}

export const officeSignature: SignatureStyle = {
  face: 'arimo',
  nameFace: 'arimo-bold',
  size: 10,
  leading: 4.7,
  space: 20,
  width: 78,
}

const smallestName = 6.5

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
 * Signature blocks side by side. The names stand on one baseline `nameY`, titles grow upwards from it and rank and NIP
 * downwards, so a long title needs no special case.
 */
export function drawSignatures(
  sheet: Sheet,
  blocks: readonly { block: SignatureBlock; centre: number }[],
  nameY: number,
  style: SignatureStyle,
): void {
  for (const { block, centre } of blocks) {
    const { lines } = stack(block, style)
    const lowest = nameY - style.space - 3.2
    lines.forEach((line, index) => {
      const y = lowest - (lines.length - 1 - index) * style.leading
      const size = fitSize(line, style, 7, style.width)
      sheet.text(line, centre, y, { face: style.face, size, align: 'center' })
    })
    drawName(sheet, block.name, centre, nameY, style)
    block.below.forEach((line, index) => {
      const size = fitSize(line, style, 7, style.width)
      sheet.text(line, centre, nameY + (index + 1) * style.leading, { face: style.face, size, align: 'center' })
    })
  }
}

function drawName(sheet: Sheet, name: string, centre: number, y: number, style: SignatureStyle): void {
  if (name === '') {
    sheet.dots(centre - 26, centre + 26, y)
    return
  }
  const wanted = { face: style.nameFace, size: style.size + 0.5 }
  const sized = { ...wanted, size: fitSize(name, wanted, smallestName, style.width) }
  // A name of a hundred letters takes a second line, upwards into the space to sign in.
  const lines = balancedLines(name, sized, style.width)
  lines.forEach((line, index) => {
    sheet.text(line, centre, y - (lines.length - 1 - index) * 3, { ...sized, align: 'center' })
  })
  const half = Math.max(...lines.map(line => textWidth(line, sized))) / 2
  sheet.line(centre - half, y + 0.9, centre + half, y + 0.9, 0.5)
}

function stack(block: SignatureBlock, style: SignatureStyle): Stacked {
  const title = balancedLines(`${block.title},`, style, style.width)
  return { block, lines: [...block.above, ...title] }
}

function belowHeight(blocks: readonly SignatureBlock[], style: SignatureStyle): number {
  return Math.max(...blocks.map(block => block.below.length)) * style.leading
}
