import type { Design, TextBlock } from '../../../../../shared/features/certificate-design/design.ts'
import { layOutText } from './lay-out-text.ts'

/** The size of a name on the front in points, with the usual size and the number of lines. */
type NameFit = { size: number; usual: number; smallest: number; lines: number; overflows: boolean }

/** Null for a design without name. */
export function fitName(design: Design, name: string): NameFit | null {
  const block = nameBlock(design)
  const text = block && layOutText(block, { nama: name }, { x: 0, y: 0 }, Number.NEGATIVE_INFINITY)
  if (!block || !text) return null
  const lines = new Set(text.runs.map(run => run.y)).size
  return { size: text.size, usual: block.size, smallest: block.minimum, lines, overflows: text.overflows }
}

export function nameBlock({ blocks }: Design): TextBlock | undefined {
  return blocks.find((block): block is TextBlock => block.kind === 'text' && block.on && block.text.includes('{nama}'))
}
