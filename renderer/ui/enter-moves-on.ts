import type { KeyboardEvent } from 'react'

const fields = 'input:not([type=hidden]):not([type=file]):not([disabled]), textarea:not([disabled])'

/**
 * `onKeyDown` of a form: Enter goes to the next field and selects what is in it; in the last one it calls `onLast`.
 * Enter stays with a list that is open, with buttons and with text of several lines.
 */
export function enterMovesOn(onLast?: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return event => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const here = event.target
    if (!(here instanceof HTMLInputElement)) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)].filter(
      one => one.checkVisibility(),
    )
    const next = all[all.indexOf(here) + 1]
    if (!next) return onLast?.()
    next.focus()
    next.select()
  }
}
