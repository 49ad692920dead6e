import type { Decision } from '../../../../shared/features/graduation/contract.ts'
import type { Reason } from '../../../../shared/features/graduation/graduation.ts'
import { hundredths } from '../../../../shared/kernel/number-words.ts'
import type { ClassFacts, TraineeFacts } from './class-facts.ts'
import { leaveWords } from './class-words.ts'

const words: Record<Decision, string> = {
  passed: 'LULUS',
  failed: 'TIDAK LULUS',
  withdrawn: leaveWords.withdrawn,
  expelled: leaveWords.expelled,
}

type Decided = Pick<TraineeFacts, 'decision' | 'left'>

/** The decision of the panel; who left is counted as such even before it sits. */
export function decisionOf({ decision, left }: Decided): Decision | null {
  return decision ?? left?.kind ?? null
}

/** 'LULUS', 'Mengundurkan diri'; '' while nothing is decided. */
export function decisionWords(trainee: Decided): string {
  const decision = decisionOf(trainee)
  return decision ? words[decision] : ''
}

/** The rule that was not met, as minutes name it: 'kehadiran di bawah 80%'. */
export function failedRuleWords(rule: Reason['rule'], { cohort }: Pick<ClassFacts, 'cohort'>): string {
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
