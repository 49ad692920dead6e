import { useEffect, useState } from 'react'

/**
 * For dialogs that are mounted while they are open: when one goes away, the focus is where it was before it came. (Mantine
 * gives it back only to dialogs that stay mounted and are closed.)
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    return () => {
      // After the dialog has left the page, else its focus trap takes the focus back.
      setTimeout(() => {
        // Whoever has gone on to another field or dialog meanwhile keeps the focus there.
        const free = document.activeElement === null || document.activeElement === document.body
        if (free && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [before])
}
