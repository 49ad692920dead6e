import type { Design } from '../../../../../shared/features/certificate-design/design.ts'
import type { PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { type DrawnPaper, Sheet } from '../../../pdf/sheet.ts'
import { layOutText, styleOf } from './lay-out-text.ts'
import { nameBlock } from './name-line.ts'

type NameSample = { design: Design; name: string; today: PlainDate }

/** The line of a name between the edges of its room on a design, in its true size, and nothing else. */
export function drawNameSample({ design, name, today }: NameSample): DrawnPaper {
  const margins = { left: 8, right: 8, top: 2, bottom: 2 }
  const title = 'Contoh baris nama'
  const sheet = new Sheet({
    width: 230,
    height: 24,
    margins,
    title,
    author: 'Balai',
    createdOn: today,
    watermark: null,
  })
  sheet.addPage()
  const block = nameBlock(design)
  if (block) {
    const [centre, y] = [115, 15]
    const half = block.width / 2
    const x = block.align === 'center' ? centre : centre + (block.align === 'right' ? half : -half)
    const text = layOutText(block, { nama: name }, { x, y }, Number.NEGATIVE_INFINITY)
    for (const edge of [centre - half, centre + half]) sheet.line(edge, y - 12, edge, y + 6, 0.4)
    for (const run of text?.runs ?? [])
      sheet.text(run.text, run.x, run.y, styleOf(block, run, text?.size ?? block.size))
  }
  return sheet.finish()
}
