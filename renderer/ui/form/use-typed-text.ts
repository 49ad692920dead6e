import { type FocusEvent, useRef } from 'react'

type TextField = HTMLInputElement | HTMLTextAreaElement

/** What stands in a form is compared with what stood there when the cursor first came: undone typing counts as none. */
export function useTypedText() {
  const first = useRef(new Map<TextField, string>())
  return {
    /** `onFocusCapture` of the form. */
    watch({ target }: FocusEvent) {
      if (isText(target) && !first.current.has(target)) first.current.set(target, target.value)
    },
    /** Text that would be lost now. */
    isTyped: () => [...first.current].some(([field, text]) => field.isConnected && field.value !== text),
  }
}

function isText(target: EventTarget): target is TextField {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'range'].includes(target.type)
}
