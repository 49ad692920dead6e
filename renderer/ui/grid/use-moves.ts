import { type RefObject, useLayoutEffect, useRef } from 'react'

const duration = 240

/**
 * Animates elements with `data-moves="key"` from their previous position, so that people see what moved. Disabled for people who prefer reduced
 * motion.
 */
export function useMoves(root: RefObject<HTMLElement | null>): void {
  const places = useRef(new Map<string, number>())
  useLayoutEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const now = new Map<string, number>()
    for (const element of root.current?.querySelectorAll<HTMLElement>('[data-moves]') ?? []) {
      const key = element.dataset.moves ?? ''
      now.set(key, element.offsetLeft)
      const before = places.current.get(key)
      if (still || before === undefined || before === element.offsetLeft) continue
      element.animate([{ transform: `translateX(${before - element.offsetLeft}px)` }, { transform: 'none' }], {
        duration,
        easing: 'ease-out',
      })
    }
    places.current = now
  })
}
