import { IconFileTypePdf, IconPlus } from '@tabler/icons-react'
import type { useRouter } from '@tanstack/react-router'
import { type Action, primaryAction } from '../../ui/action/action.ts'
import { excelAction } from '../../ui/action/excel-action.ts'
import { ownPath } from './report-paths.ts'

/** Saves a report page as PDF or Excel, with the same keys on every page. */
export function fileActions(
  save: (format: 'pdf' | 'xlsx') => void,
  pending: boolean,
  excelLabel?: string,
): { pdf: Action; excel: Action } {
  return {
    pdf: { label: 'PDF', keys: 'Ctrl P', icon: IconFileTypePdf, pending, run: () => save('pdf') },
    excel: excelAction(() => save('xlsx'), { ...(excelLabel && { label: excelLabel }), keys: 'Ctrl E', pending }),
  }
}

export function composeAction(router: ReturnType<typeof useRouter>): Action {
  return primaryAction('Alt B', 'Susun laporan', () => router.history.push(ownPath), { icon: IconPlus })
}
