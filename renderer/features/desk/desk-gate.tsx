import { type ReactNode, useEffect, useState } from 'react'
import { backWords, goToQuestion } from '../../app/desk/back-words.ts'
import { connection } from '../../app/desk/connection.ts'
import { isDesk, isDeskInShell, shellPage, signInDesk } from '../../app/desk/this-computer.ts'
import { useConnection } from '../../app/desk/use-connection.ts'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { toast } from '../../ui/feedback/toast.ts'
import { GatePage } from '../session/gate-page.tsx'
import { browserPairer } from './browser-pairer.ts'
import { PairPage } from './pair-page.tsx'
import { PlaceGate } from './place-gate.tsx'
import { PutOutPage } from './put-out-page.tsx'

/** Renders the program once this computer is paired with its host; on the main computer at once. */
export function DeskGate({ children }: { children: ReactNode }) {
  if (shellPage !== null) return <PlaceGate>{children}</PlaceGate>
  return isDesk ? <PairedOnly>{children}</PairedOnly> : children
}

function PairedOnly({ children }: { children: ReactNode }) {
  const { out } = useConnection()
  const [isIn, setIn] = useState<boolean | null>(null)
  useEffect(() => {
    // If the host does not answer yet, the first call tries again.
    signInDesk().then(setIn, () => setIn(true))
  }, [])
  useEffect(
    () =>
      connection.onBack(what => {
        const clock = new Date().toTimeString().slice(0, 5).replace(':', '.')
        toast(`Tersambung lagi ${clock}.${backWords(what)}`, {
          ...(what.conflicts > 0 && { link: { label: 'Pilih kolom', run: goToQuestion } }),
        })
      }),
    [],
  )
  if (isIn === null)
    return (
      <GatePage title="Balai" aside={null}>
        <LoadingBars rows={4} />
      </GatePage>
    )
  if ((!isIn || out) && isDeskInShell) return <PutOutPage />
  if (!isIn || out)
    return (
      <PairPage
        pairer={browserPairer}
        wasIn={isIn}
        onPaired={() => {
          connection.letIn()
          setIn(true)
        }}
      />
    )
  return children
}
