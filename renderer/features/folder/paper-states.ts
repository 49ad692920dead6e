import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import type { PaperState } from '../../../shared/features/folder/paper-state.ts'
import type { BadgeTone } from '../../ui/feedback/badge.tsx'
import { fitsWords } from '../../ui/table/fits-words.ts'

export const paperStates: Record<PaperState, { label: string; tone: BadgeTone }> = {
  OPEN: { label: 'belum', tone: 'neutral' },
  PRINTED: { label: 'dicetak', tone: 'info' },
  SCANNED: { label: 'hasil scan terlampir', tone: 'info' },
  RETURNED: { label: 'dikembalikan', tone: 'err' },
  CHECKED: { label: 'diperiksa', tone: 'ok' },
  UNUSED: { label: 'tidak dipakai', tone: 'neutral' },
}

/** The chips of the checklist, and which states each shows; null for all. */
export const folderFilters = [
  { value: 'all', label: 'Semua', states: null },
  // What still has to come back signed.
  { value: 'unfinished', label: 'Yang belum', states: ['OPEN', 'PRINTED', 'RETURNED'] },
  { value: 'printed', label: 'Dicetak', states: ['PRINTED'] },
  { value: 'scanned', label: 'Hasil scan', states: ['SCANNED'] },
  { value: 'returned', label: 'Dikembalikan', states: ['RETURNED'] },
  { value: 'checked', label: 'Diperiksa', states: ['CHECKED'] },
  { value: 'unused', label: 'Tidak dipakai', states: ['UNUSED'] },
] as const satisfies readonly { value: string; label: string; states: readonly PaperState[] | null }[]
export type FolderFilter = (typeof folderFilters)[number]['value']

/** The rows of a chip whose title or section holds every typed word. */
export function filterRows(rows: readonly FolderRow[], filter: FolderFilter, text: string): FolderRow[] {
  const states: readonly PaperState[] | null = folderFilters.find(one => one.value === filter)?.states ?? null
  return rows.filter(row => (states === null || states.includes(row.state)) && fitsWords(text, row.title, row.section))
}
