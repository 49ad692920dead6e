import { useMemo } from 'react'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { api } from '../../app/client.ts'
import { layOver } from '../../app/desk/on-the-way.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { useSavingGrid } from '../../app/grid/use-saving-grid.ts'
import { askedColumn } from './score-columns.ts'
import { scoreWrites, withEntry } from './score-writes.ts'

/** Stores scores as they are typed; `grid` includes those not saved yet. */
export function useScoreWriting(code: string, stored: ScoreGrid, shown: Parameters<typeof askedColumn>[2]) {
  const save = useSharedCommand(api.score.save, {
    format: (_, value) => (typeof value === 'number' ? hundredths(value) : undefined),
    columnOf: field => askedColumn(field, stored, shown),
  })
  const writing = useSavingGrid({
    grid: `scores ${code}`,
    rows: stored.rows,
    read: (changes, rows) => scoreWrites(changes, rows, stored.units),
    save: (entries, seen) => save.run({ code, entries, seen }),
    lay: (rows, entries) => layOver(rows, entries, (row, entry) => row.enrolmentId === entry.enrolmentId, withEntry),
  })
  const grid = useMemo(() => ({ ...stored, rows: [...writing.rows] }), [stored, writing.rows])
  return { save, grid, ...writing }
}
