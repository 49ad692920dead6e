import { type KeyboardEvent, type RefObject, useEffect } from 'react'

// The mark followed last, by page, so that it gets the focus again on return.
const followed = new Map<string, string>()

const pathOfPage = () => window.location.hash.split('?')[0] ?? ''

/** Remembers the mark that is being followed; call it with the element's `data-mark`. */
export function leaveFrom(mark: string): void {
  followed.set(pathOfPage(), mark)
}

/**
 * Marks of a chart as one Tab stop: arrows move to the nearest mark in their direction, Home and End to the first and last. Marks are elements with
 * `data-mark` and tabIndex -1; the first one, or the one followed last, takes the Tab.
 */
export function useMarks(ref: RefObject<HTMLElement | null>, ready: boolean) {
  useEffect(() => {
    if (!ready || ref.current === null) return
    const marks = marksIn(ref.current)
    const back = followed.get(pathOfPage())
    const known = back === undefined ? undefined : marks.find(mark => mark.dataset.mark === back)
    for (const mark of marks) mark.tabIndex = -1
    const stop = known ?? marks.find(mark => mark === document.activeElement) ?? marks[0]
    if (stop) stop.tabIndex = 0
    if (!known) return
    followed.delete(pathOfPage())
    known.focus()
  })
  return (event: KeyboardEvent<HTMLElement>) => {
    const arrow = arrows[event.key]
    if (ref.current === null || event.ctrlKey || event.altKey || event.metaKey) return
    const marks = marksIn(ref.current)
    const from = marks.find(mark => mark === document.activeElement)
    if (!from) return
    const next =
      event.key === 'Home' ? marks[0] : event.key === 'End' ? marks.at(-1) : arrow && nearest(from, marks, arrow)
    if (!next) return
    event.preventDefault()
    from.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
}

function marksIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-mark]')]
}

type Arrow = readonly [x: -1 | 0 | 1, y: -1 | 0 | 1]
const arrows: Readonly<Record<string, Arrow>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest mark by distance along the arrow plus twice the distance across it. */
function nearest(from: HTMLElement, marks: readonly HTMLElement[], [x, y]: Arrow): HTMLElement | undefined {
  const here = middleOf(from)
  const reached = marks.flatMap(mark => {
    const there = middleOf(mark)
    const along = (there.x - here.x) * x + (there.y - here.y) * y
    const beside = Math.abs(x === 0 ? there.x - here.x : there.y - here.y)
    return mark !== from && along > 1 ? [{ mark, distance: along + 2 * beside }] : []
  })
  return reached.toSorted((a, b) => a.distance - b.distance)[0]?.mark
}

function middleOf(mark: HTMLElement): { x: number; y: number } {
  const { left: start, top, width, height } = mark.getBoundingClientRect()
  return { x: start + width / 2, y: top + height / 2 }
}
