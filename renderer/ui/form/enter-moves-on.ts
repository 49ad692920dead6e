import type { KeyboardEvent } from 'react'

const fields = 'input:not([type=hidden]):not([type=file]):not([disabled]), textarea:not([disabled])'

/**
 * `onKeyDownCapture` of a form: Enter moves to the next field and selects its text; in the last field it calls `onLast`. Open lists, buttons and
 * multi-line text keep their Enter. Capture phase, because a closed list would take Enter to open.
 */
export function enterMovesOn(onLast?: () => void): (event: KeyboardEvent<HTMLElement>) => void {
  return event => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const here = event.target
    if (!(here instanceof HTMLInputElement) || choosing(here)) return
    event.preventDefault()
    event.stopPropagation()
    if (!focusNextField(event.currentTarget, here)) onLast?.()
  }
}

/** True if an option of the open list is selected, which Enter takes, or will be once the list answers. */
function choosing(field: HTMLInputElement): boolean {
  if (field.getAttribute('aria-busy') === 'true') return true
  if (field.getAttribute('aria-expanded') !== 'true') return false
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  // The open month of a date field is not a list.
  if (!list) return field.getAttribute('aria-haspopup') !== 'listbox'
  return list.querySelector('[data-combobox-selected]') !== null
}

/** Focuses the field after `here`; false if it is the last one. */
export function focusNextField(form: HTMLElement, here: HTMLElement): boolean {
  const next = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(fields)].find(
    one => follows(one, here) && one.checkVisibility() && one.tabIndex >= 0 && isStop(one, here),
  )
  next?.focus()
  next?.select()
  return next !== undefined
}

function follows(one: HTMLElement, here: HTMLElement): boolean {
  return (here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** Radio buttons of one name are one stop, as with Tab: the checked one, else the first. */
function isStop(one: HTMLElement, here: HTMLElement): boolean {
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true
  if (here instanceof HTMLInputElement && here.type === 'radio' && here.name === one.name) return false
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]:not([disabled])')].filter(
    radio => radio.name === one.name,
  )
  return one === (group.find(radio => radio.checked) ?? group[0])
}

/** Focuses the main button of the page after its last field: a long form is reviewed before it is saved. */
export function focusSave(): void {
  document.querySelector<HTMLElement>('button[data-tone="primary"]')?.focus()
}

/** `onSubmit` of a form: runs instead of the browser's sending. */
export function submitting(run: () => unknown) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault()
    void run()
  }
}
