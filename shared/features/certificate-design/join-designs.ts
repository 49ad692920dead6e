import { joinRows } from '../../kernel/join-rows.ts'
import type { FieldConflict } from '../../kernel/join-values.ts'
import type { ChosenField } from '../../kernel/seen.ts'
import { type Design, designSchema } from './design.ts'

/**
 * Merges changes of two people: sheet, colours, back, and different properties of blocks are joined; the same property of a block is asked about. If
 * the joined result is not a valid design (a block follows a deleted one), the whole design is asked about.
 */
export function joinDesigns(
  before: Design,
  theirs: Design,
  mine: Design,
  chosen: readonly ChosenField[],
): { design: Design; joined: string[]; conflicts: FieldConflict[] } {
  const sheetOf = ({ blocks: _, ...sheet }: Design) => [sheet]
  const sheet = joinRows(sheetOf(before), sheetOf(theirs), sheetOf(mine), { nameOf: () => 'lembar', chosen })
  const blocks = joinRows(before.blocks, theirs.blocks, mine.blocks, { nameOf: block => block.key, chosen })
  const design = { ...mine, ...sheet.rows[0], blocks: blocks.rows } as Design
  const found = { joined: [...sheet.joined, ...blocks.joined], conflicts: [...sheet.conflicts, ...blocks.conflicts] }
  if (found.conflicts.length > 0 || designSchema.safeParse(design).success) return { design, ...found }
  const whole = { row: 'rancangan', field: '', before, theirs, mine }
  const take = chosen.find(one => one.row === whole.row)?.take
  if (take) return { design: take === 'theirs' ? theirs : mine, joined: [], conflicts: [] }
  return { design: mine, joined: [], conflicts: [whole] }
}
