import { type RefObject, useLayoutEffect } from 'react'

/** Room below the dialog, in px. */
const edge = 8

/**
 * Keeps the upper edge of a dialog where it was when it opened. A centred dialog would else move under the hands of the person typing when an
 * answer or an error makes it higher. It goes up only as far as it would leave the window.
 */
export function usePlaceKept(body: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const content = body.current?.closest<HTMLElement>('.mantine-Modal-content')
    if (!content) return
    // The offset does not include the translation.
    let top = content.offsetTop
    const keep = () => {
      const moved = top - content.offsetTop
      const room = window.innerHeight - edge - content.offsetTop - content.offsetHeight
      content.style.translate = moved === 0 ? '' : `0 ${Math.min(moved, Math.max(0, room))}px`
    }
    const centre = () => {
      top = content.offsetTop
      keep()
    }
    const observer = new ResizeObserver(keep)
    observer.observe(content)
    window.addEventListener('resize', centre)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', centre)
    }
  }, [body])
}
