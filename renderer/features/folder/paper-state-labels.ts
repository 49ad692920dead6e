import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import type { PaperState } from '../../../shared/features/folder/paper-state.ts'
import type { BadgeTone } from '../../ui/feedback/badge.tsx'

export const stateLabels: Record<PaperState, string> = {
  OPEN: 'belum',
  PRINTED: 'dicetak',
  SCANNED: 'pindaian terlampir',
  RETURNED: 'dikembalikan',
  CHECKED: 'diperiksa',
  UNUSED: 'tidak dipakai',
}

export const stateTones: Record<PaperState, BadgeTone> = {
  OPEN: 'neutral',
  PRINTED: 'info',
  SCANNED: 'info',
  RETURNED: 'err',
  CHECKED: 'ok',
  UNUSED: 'neutral',
}

export const folderFilters = ['all', 'unfinished', 'printed', 'scanned', 'returned', 'checked', 'unused'] as const
export type FolderFilter = (typeof folderFilters)[number]

const filterStates: Record<FolderFilter, readonly PaperState[] | null> = {
  all: null,
  // What still has to come back signed.
  unfinished: ['OPEN', 'PRINTED', 'RETURNED'],
  printed: ['PRINTED'],
  scanned: ['SCANNED'],
  returned: ['RETURNED'],
  checked: ['CHECKED'],
  unused: ['UNUSED'],
}

export const filterLabels: Record<FolderFilter, string> = {
  all: 'Semua',
  unfinished: 'Yang belum',
  printed: 'Dicetak',
  scanned: 'Pindaian',
  returned: 'Dikembalikan',
  checked: 'Diperiksa',
  unused: 'Tidak dipakai',
}

/** The rows of a chip whose title or section holds every typed word. */
export function filterRows(rows: readonly FolderRow[], filter: FolderFilter, text: string): FolderRow[] {
  const states = filterStates[filter]
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(row => {
    const named = `${row.title} ${row.section}`.toLowerCase()
    return (states === null || states.includes(row.state)) && words.every(word => named.includes(word))
  })
}
