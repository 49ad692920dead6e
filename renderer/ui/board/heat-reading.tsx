import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import styles from './heat-board.module.css'

interface HeatReadingProps {
  frame: RefObject<HTMLElement | null>
  /** The current cell as 'row:column', '2:41'. */
  cell: string
  children: ReactNode
}

interface Places {
  card: { left: number; top: number }
  ruler: { left: number; top: number; width: number; height: number }
}

const away = 14

/**
 * A ruler through the column of the current cell, and the card: below the cell if there is room, else above or left of it. Both ignore the pointer.
 */
export function HeatReading({ frame, cell, children }: HeatReadingProps) {
  const card = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<Places | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the content of the card determines its height
  useLayoutEffect(() => {
    const target = frame.current?.querySelector(`[data-heat="${cell}"]`)
    const head = frame.current?.querySelector('thead')
    const foot = frame.current?.querySelector('tfoot th')
    if (!target || !head || !foot || !card.current) return
    const at = target.getBoundingClientRect()
    // Head and foot are sticky while rows scroll.
    const top = head.getBoundingClientRect().bottom
    const bottom = foot.getBoundingClientRect().top
    const window = document.documentElement
    const { width, height } = card.current.getBoundingClientRect()
    const right = at.right + away + width < window.clientWidth
    const below = at.bottom + away + height < window.clientHeight
    const next = {
      card: {
        left: right ? at.right + away : at.left - away - width,
        top: below ? at.bottom + away : Math.max(0, at.top - away - height),
      },
      ruler: { left: at.left - 1, top, width: at.width + 2, height: Math.max(0, bottom - top) },
    }
    setPlaces(before => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
  }, [frame, cell, children])

  return (
    <>
      {places && <div className={styles.ruler} style={places.ruler} aria-hidden />}
      <div ref={card} className={styles.card} style={places?.card ?? { visibility: 'hidden' }} aria-hidden>
        {children}
      </div>
    </>
  )
}
