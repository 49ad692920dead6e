import { type KeyboardEvent, type PointerEvent, useState } from 'react'

const least = 48
const step = 16

/** Column widths set by the person, in px by column key; stored on this computer for this list. */
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
      // A full or blocked storage only loses the preference.
    }
  }

  return {
    widths,
    /** Props of the handle at the right of a head: drag to resize, double click to reset; by keys Shift and arrows on the head. */
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
