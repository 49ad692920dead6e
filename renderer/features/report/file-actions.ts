import { IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react'
import type { Action } from '../../ui/action/action.ts'

/** Saves a report page as PDF or Excel, with the same keys on every page. */
export function fileActions(
  save: (format: 'pdf' | 'xlsx') => void,
  pending: boolean,
  excelLabel = 'Ekspor ke Excel',
): { pdf: Action; excel: Action } {
  return {
    pdf: { label: 'PDF', keys: 'Ctrl P', icon: IconFileTypePdf, pending, run: () => save('pdf') },
    excel: { label: excelLabel, keys: 'Ctrl E', icon: IconFileSpreadsheet, pending, run: () => save('xlsx') },
  }
}
