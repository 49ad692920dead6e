import type { LeaveKind } from '../../../shared/features/cohort/cohort.ts'

const words: Record<LeaveKind, string> = { withdrawn: 'Mengundurkan diri', expelled: 'Dikeluarkan' }

/** 'Mengundurkan diri' */
export function formatLeft(kind: LeaveKind): string {
  return words[kind]
}
