import { useEffect, useRef } from 'react'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import type { KeyGridHandle } from '../../ui/grid/key-grid.tsx'
import { nextMissing } from './missing-scores.ts'
import { scoreColumns } from './score-columns.ts'

/** The cursor of the grid: starts at the first missing score and goes on to the next. */
export function useMissingCursor(grid: ScoreGrid, shown: Parameters<typeof scoreColumns>[1], begins: boolean) {
  const board = useRef<KeyGridHandle | null>(null)
  /** The cell where the page put the cursor; the person has not moved yet. */
  const begun = useRef<ReturnType<KeyGridHandle['place']>>(null)

  function goToMissing() {
    // Until the grid has been focused, the first empty cell is the next one.
    const at = document.activeElement?.closest('[role=grid]') ? (board.current?.place() ?? null) : null
    const untouched = at?.rowKey === begun.current?.rowKey && at?.columnKey === begun.current?.columnKey
    const next = nextMissing(grid, scoreColumns(grid, shown), untouched ? null : at)
    begun.current = null
    if (next) board.current?.goTo(next.rowKey, next.columnKey)
    return next
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => {
    // The grid itself says where its cursor is only when it is drawn the next time.
    if (begins) begun.current = goToMissing()
  }, [])
  return { board, goToMissing }
}
