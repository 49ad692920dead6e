import { type RefObject, useEffect, useRef } from 'react'

const fields = 'input:not([type=hidden]):not([hidden]), textarea, button'

/**
 * Puts the focus in the field marked `data-autofocus`, else in the first one, when the element appears, and again when
 * `key` changes; what stands in it is selected, so that typing replaces it.
 */
export function useFirstField<Element extends HTMLElement>(key?: unknown): RefObject<Element | null> {
  const element = useRef<Element>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what makes it run again
  useEffect(() => {
    const all = [...(element.current?.querySelectorAll<HTMLElement>(fields) ?? [])]
    const first = all.find(field => field.hasAttribute('data-autofocus')) ?? all[0]
    first?.focus()
    if (first instanceof HTMLInputElement) first.select()
  }, [key])
  return element
}
