import { type KeyboardEvent, useEffect, useState } from 'react'

const choosing: ReadonlySet<string> = new Set(['Enter', 'ArrowDown', 'ArrowUp'])

interface HeldKey {
  field: EventTarget
  init: KeyboardEventInit
}

/**
 * Props of a field whose list is read while typing. Keys that choose (Enter and the arrows) wait until the list answers what was typed:
 * until then its lines belong to an earlier text, and a person who types fast would choose the wrong line. Typing more forgets these keys.
 */
export function useHeldKeys(answered: boolean) {
  const [held, setHeld] = useState<readonly HeldKey[]>([])

  useEffect(() => {
    const [next, ...rest] = held
    if (!answered || !next) return
    setHeld(rest)
    next.field.dispatchEvent(new window.KeyboardEvent('keydown', next.init))
  }, [answered, held])

  function onKeyDownCapture(event: KeyboardEvent<HTMLElement>) {
    if (answered || event.nativeEvent.isComposing) return
    const { key, code, ctrlKey, altKey, shiftKey, target } = event
    if (choosing.has(key)) {
      event.preventDefault()
      event.stopPropagation()
      const init = { key, code, ctrlKey, altKey, shiftKey, bubbles: true, cancelable: true }
      setHeld([...held, { field: target, init }])
    } else if (key.length === 1 || key === 'Backspace') setHeld([])
  }

  return { 'aria-busy': !answered || undefined, onKeyDownCapture }
}
