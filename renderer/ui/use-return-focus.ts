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
        if (before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [before])
}
