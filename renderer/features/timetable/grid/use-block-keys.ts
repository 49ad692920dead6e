import type { KeyboardEvent } from 'react'
import { offsetOf, type Place, placeAt } from '../open-row.ts'
import { type BlockMoves, pieceAt } from '../use-block-moves.ts'

/** Arrows move between blocks. Space picks one up, arrows move it by an hour or a day, Space puts it down, Esc cancels. */
export function useBlockKeys(moves: BlockMoves) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== event.currentTarget) return
    const action = moves.carried ? carrying(moves, event.key) : looking(moves, event.key)
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
}

function carrying(moves: BlockMoves, key: string): (() => unknown) | null {
  const { carried, days } = moves
  if (!carried) return null
  const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 }
  if (key in steps) return () => moves.carryTo(carried.start + (steps[key] ?? 0))
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const place = placeAt(days, carried.start)
    const open = days.filter(day => !day.held)
    const at = open.findIndex(day => day.n === place?.n)
    const day = open[at + (key === 'ArrowLeft' ? -1 : 1)]
    const start = place && day && offsetOf(days, { n: day.n, hour: place.hour })
    return () => (typeof start === 'number' ? moves.carryTo(start) : undefined)
  }
  if (key === ' ' || key === 'Enter') return moves.drop
  return key === 'Escape' ? moves.letGo : null
}

function looking(moves: BlockMoves, key: string): (() => unknown) | null {
  const to = cursorAfter(moves, key)
  if (to) return () => moves.point(to)
  const { chosen } = moves
  if (key === ' ' || key === 'Enter') return () => chosen && moves.take(chosen)
  return null
}

/** The block that an arrow leads to; null for other keys. */
export function cursorAfter(
  { cursor, days, pieces }: Pick<BlockMoves, 'cursor' | 'days' | 'pieces'>,
  key: string,
): Place | null {
  const { n, hour } = cursor
  const mine = pieces.filter(piece => piece.n === n)
  const now = pieceAt(pieces, cursor)
  const at = now ? mine.indexOf(now) : -1
  const day = days.findIndex(one => one.n === n)
  const startOf = (index: number) => {
    const piece = mine[index]
    return piece ? { n, hour: piece.from } : cursor
  }
  if (key === 'ArrowUp') return startOf(at < 0 ? mine.length - 1 : at - 1)
  if (key === 'ArrowDown') return startOf(at + 1)
  if (key === 'Home') return startOf(0)
  if (key === 'End') return startOf(mine.length - 1)
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null
  const to = days[day + (key === 'ArrowLeft' ? -1 : 1)]
  return to ? { n: to.n, hour: Math.min(hour, to.hours) } : cursor
}
