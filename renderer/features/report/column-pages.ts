import { type RefObject, useLayoutEffect, useState } from 'react'

/** Columns that stay while the others turn: they say whose row it is. */
const staying = 2

/** Columns in parts that fit into `room`, by index and in order; each part begins with the columns that stay. One part if all fit. */
export function columnPages(widths: readonly number[], room: number): number[][] {
  const first = widths.slice(0, staying).map((_, index) => index)
  const taken = widths.slice(0, staying).reduce((sum, width) => sum + width, 0)
  const pages: number[][] = []
  let left = 0
  for (let index = staying; index < widths.length; index += 1) {
    const width = widths[index] ?? 0
    const page = pages.at(-1)
    if (page && width <= left) {
      page.push(index)
      left -= width
    } else {
      pages.push([...first, index])
      left = room - taken - width
    }
  }
  return pages.length === 0 ? [first] : pages
}

/** Shows the columns of a wide table in parts, so that it never scrolls sideways. All are drawn once to be measured. */
export function useColumnPages(area: RefObject<HTMLElement | null>, table: unknown) {
  const [measured, setMeasured] = useState<{ pages: number[][]; room: number; table: unknown } | null>(null)
  const [turned, setTurned] = useState(0)
  const current = measured?.table === table ? measured : null
  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    if (!current) {
      const widths = [...element.querySelectorAll('thead th')].map(head => head.getBoundingClientRect().width)
      setMeasured({ pages: columnPages(widths, element.clientWidth), room: element.clientWidth, table })
      return
    }
    const observer = new ResizeObserver(() => {
      if (element.clientWidth !== current.room) setMeasured(null)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [area, current, table])
  const pages = current?.pages ?? []
  return {
    /** Indexes of the columns; null while all are measured. */
    shown: pages.length > 1 ? (pages[turned % pages.length] ?? null) : null,
    turn: (by: 1 | -1) => pages.length > 1 && setTurned((turned + by + pages.length) % pages.length),
  }
}
