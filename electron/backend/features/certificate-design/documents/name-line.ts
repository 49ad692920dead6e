import type { Design, TextBlock } from '../../../../../shared/features/certificate-design/design.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { layOutText, styleOf } from './lay-out-text.ts'

/** How the front of a design sets a name: in points, beside the usual size, and in how many lines. */
type NameFit = { size: number; usual: number; smallest: number; lines: number; overflows: boolean }

/** Null for a design that prints no name. */
export function fitName(design: Design, name: string): NameFit | null {
  const block = nameBlock(design)
  const text = block && layOutText(block, { nama: name }, { x: 0, y: 0 }, Number.NEGATIVE_INFINITY)
  if (!block || !text) return null
  const lines = new Set(text.runs.map(run => run.y)).size
  return { size: text.size, usual: block.size, smallest: block.minimum, lines, overflows: text.overflows }
}

/** Draws it with the middle of its room at `centre`; the edges of the room stand beside it. */
export function drawNameLine(sheet: Sheet, design: Design, name: string, centre: number, y: number): void {
  const block = nameBlock(design)
  if (!block) return
  const half = block.width / 2
  const x = block.align === 'center' ? centre : centre + (block.align === 'right' ? half : -half)
  const text = layOutText(block, { nama: name }, { x, y }, Number.NEGATIVE_INFINITY)
  for (const edge of [centre - half, centre + half]) sheet.line(edge, y - 12, edge, y + 6, 0.4)
  for (const run of text?.runs ?? []) sheet.text(run.text, run.x, run.y, styleOf(block, run, text?.size ?? block.size))
}

function nameBlock({ blocks }: Design): TextBlock | undefined {
  return blocks.find((block): block is TextBlock => block.kind === 'text' && block.on && block.text.includes('{nama}'))
}
