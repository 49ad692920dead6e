import { type PointerEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { offsetOf, type Piece, type Place } from '../open-row.ts'
import { type BlockMoves, pieceAt } from '../use-block-moves.ts'

/** Px that a pressed pointer may move before it counts as dragging. */
const dragThreshold = 5

interface Pressed {
  x: number
  y: number
  piece: Piece
  /** Hours of the block above the one under the pointer. */
  grip: number
  dragging: boolean
}

/** Drags blocks with the pointer. The target hour is read from the `data-hour` of the slot under it. */
export function useBlockDrag(moves: BlockMoves) {
  const pressed = useRef<Pressed | null>(null)

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const place = placeUnder(event)
      if (event.button !== 0 || !place || moves.carried) return
      moves.point(place)
      const piece = pieceAt(moves.pieces, place)
      if (piece)
        pressed.current = { x: event.clientX, y: event.clientY, piece, grip: place.hour - piece.from, dragging: false }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = pressed.current
      if (!now) return
      if (!now.dragging) {
        if (Math.hypot(event.clientX - now.x, event.clientY - now.y) < dragThreshold) return
        now.dragging = true
        // The block is drawn anew while moving, so the grid captures the pointer.
        event.currentTarget.setPointerCapture(event.pointerId)
        // Synchronous, because the next move or release may come before React renders.
        flushSync(() => moves.take(now.piece))
        if (now.piece.held) pressed.current = null
        return
      }
      // Cancelled by Esc meanwhile.
      if (!moves.carried) {
        pressed.current = null
        return
      }
      const place = placeUnder(event)
      if (!place) return
      const offset = offsetOf(moves.days, place)
      flushSync(() =>
        offset === null
          ? moves.refuse(domainErrorMessage({ code: 'day_held', n: place.n }))
          : moves.carryTo(offset - now.grip),
      )
    },
    onPointerUp() {
      const dragged = pressed.current?.dragging === true
      pressed.current = null
      if (!dragged || !moves.carried) return
      if (moves.problem === null) return void moves.drop()
      const words = moves.problem
      moves.letGo()
      moves.refuse(words)
    },
    onPointerCancel() {
      pressed.current = null
      moves.letGo()
    },
  }
}

function placeUnder({ clientX, clientY }: PointerEvent): Place | null {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const { day, hour } = element instanceof HTMLElement ? element.dataset : {}
    if (day && hour) return { n: Number(day), hour: Number(hour) }
  }
  return null
}
