import type { ReactNode } from 'react'
import type { LeaveKind } from '../../../shared/features/cohort/cohort.ts'
import type { CohortTrainee } from '../../../shared/features/cohort/contract.ts'
import { Badge } from '../../ui/badge.tsx'

const words: Record<LeaveKind, string> = { withdrawn: 'Mengundurkan diri', expelled: 'Dikeluarkan' }

/** 'Mengundurkan diri' */
export function leftWords(kind: LeaveKind): string {
  return words[kind]
}

/** What differs from taking part from the first day to the last; nothing for everybody else. */
export function memberState({ left, joinedDay }: CohortTrainee): ReactNode {
  if (left) return <Badge>{leftWords(left.kind)}</Badge>
  if (joinedDay > 1) return <Badge tone="info">Ikut mulai hari ke-{joinedDay}</Badge>
  return null
}
