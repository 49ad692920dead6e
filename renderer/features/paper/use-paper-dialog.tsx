import { type ReactNode, useState } from 'react'
import type { PaperKey } from '../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import { PaperDialog } from './paper-dialog.tsx'

interface OpenPaper {
  key: PaperKey
  /** Only for the sheet of one day. */
  day?: number
  /** Without `day`: only the sheets from this day on. */
  from?: number
  size?: PaperSize
}

interface PaperDialogUse {
  open: (paper: PaperKey | OpenPaper) => void
  dialog: ReactNode
}

/** The preview of a paper of a class, opened from one of its pages. `first` is open at once. */
export function usePaperDialog(cohort: Cohort, first: PaperKey | null = null): PaperDialogUse {
  const [openPaper, setOpenPaper] = useState<OpenPaper | null>(first && { key: first })
  return {
    open: paper => setOpenPaper(typeof paper === 'string' ? { key: paper } : paper),
    dialog: openPaper && (
      <PaperDialog
        cohort={cohort}
        first={openPaper.key}
        firstDay={openPaper.day ?? null}
        from={openPaper.from ?? null}
        firstSize={openPaper.size ?? null}
        onClose={() => setOpenPaper(null)}
      />
    ),
  }
}
