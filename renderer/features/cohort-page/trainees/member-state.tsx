import type { ReactNode } from 'react'
import type { CohortTrainee } from '../../../../shared/features/cohort/contract.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { formatLeft } from '../../cohort/leave-labels.ts'

/** What differs from taking part from the first day to the last; nothing for everybody else. */
export function memberState({ left, joinedDay }: CohortTrainee): ReactNode {
  if (left) return <Badge>{formatLeft(left.kind)}</Badge>
  if (joinedDay > 1) return <Badge tone="info">Ikut mulai hari ke-{joinedDay}</Badge>
  return null
}
