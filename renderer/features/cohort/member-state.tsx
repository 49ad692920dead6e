import type { ReactNode } from 'react'
import type { CohortTrainee } from '../../../shared/features/cohort/contract.ts'
import { Badge } from '../../ui/badge.tsx'
import { leftWords } from './leave-words.ts'

/** What differs from taking part from the first day to the last; nothing for everybody else. */
export function memberState({ left, joinedDay }: CohortTrainee): ReactNode {
  if (left) return <Badge>{leftWords(left.kind)}</Badge>
  if (joinedDay > 1) return <Badge tone="info">Ikut mulai hari ke-{joinedDay}</Badge>
  return null
}
