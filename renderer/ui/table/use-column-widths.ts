import { type KeyboardEvent, type PointerEvent, useState } from 'react'

const least = 48
const step = 16

/** Widths that somebody has drawn, in pixels by the key of the column; kept on this computer for this list. */
export function useColumnWidths(keys: readonly string[]) {
  const place = `lebar:${window.location.hash.split('?')[0]?.replace(/\/\d+/g, '/n')}:${keys.join()}`
  const [widths, setWidths] = useState(() => read(place))

  function change(key: string, width: number | null) {
    const { [key]: _, ...others } = widths
    const next = width === null ? others : { ...others, [key]: Math.max(least, Math.round(width)) }
    setWidths(next)
    try {
      localStorage.setItem(place, JSON.stringify(next))
    } catch {
      // A full or locked store costs nothing but the memory.
    }
  }

  return {
    widths,
    /** Of the edge at the right of a head: it is drawn and given back by a double click; Shift and arrows on the head move it. */
    edge: (key: string) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        const { currentTarget: edge, clientX: from, pointerId } = event
        const first = edge.closest('th')?.offsetWidth ?? 0
        event.preventDefault()
        edge.setPointerCapture(pointerId)
        edge.onpointermove = move => change(key, first + move.clientX - from)
        edge.onpointerup = () => {
          edge.onpointermove = null
        }
      },
      onDoubleClick: () => change(key, null),
      onKeyDown(event: KeyboardEvent<HTMLElement>) {
        const by = { ArrowLeft: -step, ArrowRight: step }[event.key]
        if (by === undefined || !event.shiftKey) return
        event.preventDefault()
        event.stopPropagation()
        change(key, (event.currentTarget.closest('th')?.offsetWidth ?? 0) + by)
      },
    }),
  }
}

function read(place: string): Record<string, number> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, width]) => typeof width === 'number'))
  } catch {
    return {}
  }
}
