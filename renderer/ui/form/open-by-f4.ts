import type { KeyboardEvent } from 'react'

/** `onKeyDown` of a Mantine Select: F4 opens its list, as everywhere; a click on the field does the same. */
export function openByF4(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'F4') return
  event.preventDefault()
  event.currentTarget.click()
}
