import { type RefObject, useEffect } from 'react'
import { isTypedKey } from '../../ui/action/key-match.ts'
import { activeKeys } from '../../ui/action/key-registry.ts'

/** What a page marks itself, then rows and cells, then fields, then buttons, then its head. */
const rows = '[data-row][tabindex="0"], [role=gridcell][tabindex="0"], tr[tabindex="0"], button[tabindex="0"]'
const fields = 'input:not([type=hidden], [type=file], [role=combobox], [readonly]), textarea'
const buttons = 'button:not([aria-disabled=true]), a[href]'

/**
 * Every page begins somewhere: when it is there and nothing on it has taken the focus, its first target gets it. Whoever has pressed a key
 * or the mouse meanwhile is left alone.
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
      // After the effects of the page, which know better.
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
        // What is only words begins with its title, until there is more.
      ;(target ?? place.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true })
    }
    watch.observe(place, { childList: true, subtree: true })
    window.addEventListener('keydown', stop, true)
    window.addEventListener('pointerdown', stop, true)
    soon()
    return stop
  }, [path])
}

/** The focus is on the page already, in a dialog or in the guide; only the way that led here gives it up. */
function isTaken(place: HTMLElement, at: Element | null): boolean {
  if (document.querySelector('[role=dialog][aria-modal=true]')) return true
  return at !== null && !at.matches('body, h1') && (place.contains(at) || at.closest('nav') === null)
}

function firstTarget(place: HTMLElement): HTMLElement | undefined {
  const body = place.querySelector('[data-page-body]') ?? place
  // A field would take the letters and arrows that the page hears.
  const typed = activeKeys('page').some(action => isTypedKey(action.keys) && action.keys !== '/')
  const first = (selector: string, within: Element) =>
    [...within.querySelectorAll<HTMLElement>(selector)].find(
      // An Enter pressed out of habit must not agree to anything, or refuse it.
      one => one.checkVisibility() && !one.matches(':disabled') && one.closest('[data-never-first]') === null,
    )
  // A page of sections begins in the first one that has anything to do.
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
