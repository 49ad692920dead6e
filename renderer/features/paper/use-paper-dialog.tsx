import { type ReactNode, useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { PaperDialog } from './paper-dialog.tsx'

interface PaperAsked {
  key: PaperKey
  /** Only for the sheet of one day. */
  day?: number
  /** Without `day`: only the sheets from this day on. */
  from?: number
  size?: PaperSize
}

interface PaperDialogUse {
  open: (paper: PaperKey | PaperAsked) => void
  dialog: ReactNode
}

/** The preview of a paper of a class, opened from one of its pages. `first` is open at once. */
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
