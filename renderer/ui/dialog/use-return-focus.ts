import { useEffect, useState } from 'react'

/** For dialogs that are mounted only while open: returns the focus to where it was. (Mantine does this only for dialogs that stay mounted.) */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(() => {
    return () => {
      // After the dialog is unmounted, otherwise its focus trap takes the focus back.
      setTimeout(() => {
        // If the person has moved to another field or dialog meanwhile, the focus stays there.
        const free = document.activeElement === null || document.activeElement === document.body
        if (free && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    }
  }, [before])
}
