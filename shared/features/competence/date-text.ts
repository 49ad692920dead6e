import type { PlainDate } from '../../kernel/plain-date.ts'

/** '09/01/2025', as the lists of an LSP write it; '' for none. */
export function dateText(date: PlainDate | null): string {
  return date === null ? '' : date.split('-').toReversed().join('/')
}
