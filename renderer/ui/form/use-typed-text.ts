import { type FocusEvent, useRef } from 'react'

type TextField = HTMLInputElement | HTMLTextAreaElement

/** Compares the fields of a form with their text when they were first focused, so that reverted typing does not count. */
export function useTypedText() {
  const first = useRef(new Map<TextField, string>())
  return {
    /** `onFocusCapture` of the form. */
    watch({ target }: FocusEvent) {
      if (isText(target) && !first.current.has(target)) first.current.set(target, target.value)
    },
    /** True if typed text would be lost now. */
    isTyped: () => [...first.current].some(([field, text]) => field.isConnected && field.value !== text),
  }
}

function isText(target: EventTarget): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'range'].includes(target.type)
}
