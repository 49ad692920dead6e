import { type RefObject, useEffect, useRef } from 'react'

const fields = 'input:not([type=hidden]):not([hidden]), textarea, button'

/** When the element appears, focuses the field marked `data-autofocus`, else the first one, and selects its text so that typing replaces it. */
export function useFirstField<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null)
  useEffect(() => {
    const all = [...(element.current?.querySelectorAll<HTMLElement>(fields) ?? [])]
    const first = all.find(field => field.hasAttribute('data-autofocus')) ?? all[0]
    first?.focus()
    if (first instanceof HTMLInputElement) first.select()
  }, [])
  return element
}
