import { type ReactNode, useState } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { PaperKey } from '../../../shared/features/paper/paper-key.ts'
import { PaperDialog } from './paper-dialog.tsx'

export interface PaperDialogUse {
  /** `day`: only with the sheet of one day. */
  open: (key: PaperKey, day?: number) => void
  dialog: ReactNode
}

/** The preview of a paper of a class, ready to be opened from a page of it. */
export function usePaperDialog(cohort: Cohort): PaperDialogUse {
  const [asked, setAsked] = useState<{ key: PaperKey; day: number | null } | null>(null)
  return {
    open: (key, day) => setAsked({ key, day: day ?? null }),
    dialog: asked && (
      <PaperDialog cohort={cohort} first={asked.key} firstDay={asked.day} onClose={() => setAsked(null)} />
    ),
  }
}
