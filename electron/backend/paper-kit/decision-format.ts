import type { CohortFacts, TraineeFacts } from '../../../shared/facts/cohort-facts.ts'
import type { Decision } from '../../../shared/features/graduation/contract.ts'
import type { Reason } from '../../../shared/features/graduation/graduation.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { formatLeave } from './cohort-format.ts'

const words: Record<Decision, string> = {
  passed: 'LULUS',
  failed: 'TIDAK LULUS',
  withdrawn: formatLeave.withdrawn,
  expelled: formatLeave.expelled,
}

type Decided = Pick<TraineeFacts, 'decision' | 'left'>

/** The decision of the panel; people who left count as such even before it. */
export function decisionOf({ decision, left }: Decided): Decision | null {
  return decision ?? left?.kind ?? null
}

/** 'LULUS', 'Mengundurkan diri'; '' before the decision. */
export function formatDecision(trainee: Decided): string {
  const decision = decisionOf(trainee)
  return decision ? words[decision] : ''
}

/** The failed rule as in minutes: 'kehadiran di bawah 80%'. */
export function formatFailedRule(rule: Reason['rule'], { cohort }: Pick<CohortFacts, 'cohort'>): string {
  switch (rule) {
    case 'attendance':
    case 'attendance_missing':
      return `kehadiran di bawah ${cohort.minimumAttendance}%`
    case 'score':
    case 'score_missing':
      return `nilai akhir di bawah ${hundredths(cohort.passMark)}`
    case 'unit':
    case 'unit_missing':
      return 'unit wajib belum tercapai'
  }
}
