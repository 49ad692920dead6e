import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { Action } from './action.ts'

/** Saves what a page shows as .xlsx. */
export function excelAction(run: Action['run'], more: Partial<Action> = {}): Action {
  return { label: 'Ekspor ke Excel', icon: IconFileSpreadsheet, run, ...more }
}
