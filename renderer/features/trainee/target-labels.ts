import {
  evidenceLabels,
  type OpenTarget,
  type TargetGroup,
  targetGroupLabels,
} from '../../../shared/features/trainee/target-evidence.ts'
import { shortDate } from '../../../shared/kernel/date-format.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'

/** 'Miskin, Miskin ekstrem'; a dash where what is open says nothing. */
export function formatGroup(groups: readonly TargetGroup[]): string {
  return groups.length === 0 ? '–' : groups.map(group => targetGroupLabels[group]).join(', ')
}

/** 'DTSEN, 1 Okt 2024' */
export function formatSource({ source, dataDate }: OpenTarget): string {
  return `${evidenceLabels[source]}, ${shortDate(dataDate)} ${yearOf(dataDate)}`
}
