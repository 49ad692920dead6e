import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { accessGate } from '../../app/access-gate.ts'
import { useSession } from '../../app/client.ts'
import { endTyped, readTyped } from '../../app/typed-again.ts'
import { toast } from '../../ui/feedback/toast.ts'
import { UnsentDialog } from './unsent-dialog.tsx'

/** Renders the program after what this person typed before has been read. */
export function TypedGate({ children }: { children: ReactNode }) {
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
    void readTyped(operator.id, tell).then(() => {
      if (!here) return
      setReadFor(operator.id)
      // Calls that waited for this person's sign-in continue.
      accessGate.open()
    })
    return () => {
      here = false
      endTyped()
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
