import { type ReactNode, useEffect, useState } from 'react'
import { isDesk } from '../../app/desk/door.ts'
import { closeKept } from '../../app/desk/kept-on-desk.ts'
import { useSession } from '../../app/session.tsx'
import { readTypedOnDesk } from '../../app/typed-again.ts'

/** Shows the program once it is known what this person left typed on this desk; at the main computer at once. */
export function DeskDrafts({ children }: { children: ReactNode }) {
  return isDesk ? <Read>{children}</Read> : children
}

function Read({ children }: { children: ReactNode }) {
  const { operator } = useSession()
  const [readFor, setReadFor] = useState<number | null>(null)
  useEffect(() => {
    let here = true
    void readTypedOnDesk(operator.id).then(() => here && setReadFor(operator.id))
    return () => {
      here = false
      closeKept()
    }
  }, [operator.id])
  return readFor === operator.id ? children : null
}
