import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Room below the dialog, in px. */
const edge = 8

/**
 * Keeps a dialog in its place when the note of an error comes below its buttons: it then grows downwards only. Returns what remembers the place,
 * to be called before the act that may fail.
 */
export function usePlaceKept(body: RefObject<HTMLElement | null>, error: string | null): () => void {
  const top = useRef<number | null>(null)
  const dialog = () => body.current?.closest<HTMLElement>('.mantine-Modal-content')

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the note determines the height
  useLayoutEffect(() => {
    const content = dialog()
    if (!content) return
    // The offset does not include the translation.
    const moved = error === null || top.current === null ? 0 : top.current - content.offsetTop
    const room = window.innerHeight - edge - content.offsetTop - content.offsetHeight
    content.style.translate = moved === 0 ? '' : `0 ${Math.max(0, Math.min(moved, room))}px`
  }, [error])

  return () => {
    const content = dialog()
    if (content && content.style.translate === '') top.current = content.offsetTop
  }
}
