import { type RefObject, useEffect, useRef } from 'react'

/** Puts the focus in the first field (or button) inside the element when it appears, and again when `key` changes. */
export function useFirstField<Element extends HTMLElement>(key?: unknown): RefObject<Element | null> {
  const element = useRef<Element>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it run again
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('input:not([type=hidden]):not([hidden]), textarea, button')?.focus()
  }, [key])
  return element
}
