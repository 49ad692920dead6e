import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { accessGate } from '../../app/access-gate.ts'
import { useSession } from '../../app/client.ts'
import { closeKept } from '../../app/desk/kept-on-desk.ts'
import { isDesk } from '../../app/desk/this-computer.ts'
import { readTypedOnDesk } from '../../app/typed-again.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { UnsentDialog } from './unsent-dialog.tsx'

/** On a desk, renders the program after the drafts of this person have been read; on the main computer at once. */
export function DeskDrafts({ children }: { children: ReactNode }) {
  return isDesk ? <Read>{children}</Read> : children
}

function Read({ children }: { children: ReactNode }) {
  const { operator } = useSession()
  const queries = useQueryClient()
  const [readFor, setReadFor] = useState<number | null>(null)
  useEffect(() => {
    let here = true
    const tell = (sent: number) => {
      toast(`${sent} isian dari sebelum layar tertutup terkirim.`)
      // Calls that were just sent changed the data.
      void queries.invalidateQueries()
    }
    void readTypedOnDesk(operator.id, tell).then(() => {
      if (!here) return
      setReadFor(operator.id)
      // Calls that waited for this person's sign-in continue.
      accessGate.open()
    })
    return () => {
      here = false
      closeKept()
    }
  }, [operator.id, queries])
  if (readFor !== operator.id) return null
  return (
    <>
      {children}
      <UnsentDialog />
    </>
  )
}
