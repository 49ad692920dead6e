import { type RefObject, useEffect } from 'react'
import { activeKeys } from '../../ui/action/action.ts'
import { isTypedKey } from '../../ui/action/key-match.ts'

/** Selectors of the first target, in order: what the page marks itself, rows and cells, fields, buttons, the heading. */
const rows = '[data-row][tabindex="0"], [role=gridcell][tabindex="0"], tr[tabindex="0"], button[tabindex="0"]'
const fields = 'input:not([type=hidden], [type=file], [role=combobox], [readonly]), textarea'
const buttons = 'button:not([aria-disabled=true]), a[href]'

/**
 * When a page has been loaded and nothing on it has the focus, focuses its first target. Does nothing if the person has pressed a key or the mouse
 * meanwhile.
 */
export function useFirstTarget(page: RefObject<HTMLElement | null>, path: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page
  useEffect(() => {
    const place = page.current
    if (!place) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = new MutationObserver(soon)
    function soon() {
      clearTimeout(timer)
      // Runs after the effects of the page, which may set a better focus.
      timer = setTimeout(look)
    }
    function stop() {
      clearTimeout(timer)
      watch.disconnect()
      window.removeEventListener('keydown', stop, true)
      window.removeEventListener('pointerdown', stop, true)
    }
    function look() {
      if (!place || place.querySelector('[role=status][aria-label="Sedang membaca"]')) return
      const at = document.activeElement
      if (isTaken(place, at)) return stop()
      const target = firstTarget(place)
      if (target)
        stop()
        // A page of text only gets the focus on its title, until more is loaded.
      ;(target ?? place.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true })
    }
    watch.observe(place, { childList: true, subtree: true })
    window.addEventListener('keydown', stop, true)
    window.addEventListener('pointerdown', stop, true)
    soon()
    return stop
  }, [path])
}

/** True when the focus is already on the page, in a dialog or in the guide. Links that led here do not count. */
function isTaken(place: HTMLElement, at: Element | null): boolean {
  if (document.querySelector('[role=dialog][aria-modal=true]')) return true
  return at !== null && !at.matches('body, h1') && (place.contains(at) || at.closest('nav') === null)
}

function firstTarget(place: HTMLElement): HTMLElement | undefined {
  const body = place.querySelector('[data-page-body]') ?? place
  // On a page with single-letter or arrow keys a focused field would swallow them.
  const typed = activeKeys('page').some(action => isTypedKey(action.keys) && action.keys !== '/')
  const first = (selector: string, within: Element) =>
    [...within.querySelectorAll<HTMLElement>(selector)].find(
      // An Enter pressed out of habit must not approve or refuse anything.
      one => one.checkVisibility() && !one.matches(':disabled') && one.closest('[data-never-first]') === null,
    )
  // On a page with sections, the first section that contains a target.
  const inSection = [...body.querySelectorAll('[data-section]')]
    .map(section => first(rows, section) ?? first(buttons, section))
    .find(target => target !== undefined)
  return (
    first('[data-autofocus]', place) ??
    inSection ??
    first(rows, body) ??
    (typed ? undefined : first(fields, body)) ??
    first(buttons, body) ??
    first(buttons, place)
  )
}
