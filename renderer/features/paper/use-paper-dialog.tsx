import { type ReactNode, useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { PaperDialog } from './paper-dialog.tsx'

interface PaperAsked {
  key: PaperKey
  /** Only with the sheet of one day. */
  day?: number
  /** Without a day: only the sheets of this day and those after it. */
  from?: number
  size?: PaperSize
}

interface PaperDialogUse {
  open: (paper: PaperKey | PaperAsked) => void
  dialog: ReactNode
}

/** The preview of a paper of a class, ready to be opened from a page of it. `first` is open from the beginning. */
export function usePaperDialog(cohort: Cohort, first: PaperKey | null = null): PaperDialogUse {
  const [asked, setAsked] = useState<PaperAsked | null>(first && { key: first })
  return {
    open: paper => setAsked(typeof paper === 'string' ? { key: paper } : paper),
    dialog: asked && (
      <PaperDialog
        cohort={cohort}
        first={asked.key}
        firstDay={asked.day ?? null}
        from={asked.from ?? null}
        firstSize={asked.size ?? null}
        onClose={() => setAsked(null)}
      />
    ),
  }
}
