import type { RefObject } from 'react'
import type { Action } from '../action/action.ts'

/** Focuses the first control of the next part marked by `data-section`, after the last one the first. */
export function nextSectionAction(page: RefObject<HTMLElement | null>) {
  return { label: 'Bagian berikutnya', keys: 'F6', run: () => goToNextSection(page.current) } satisfies Action
}

function goToNextSection(page: HTMLElement | null): void {
  const sections = [...(page?.querySelectorAll<HTMLElement>('[data-section]') ?? [])]
  const at = sections.findIndex(section => section.contains(document.activeElement))
  const order = [...sections.slice(at + 1), ...sections.slice(0, at + 1)]
  const targets = order.map(section =>
    section.querySelector<HTMLElement>('[tabindex="0"], input, a:not([tabindex="-1"]), li button'),
  )
  targets.find(target => target !== null)?.focus()
}
