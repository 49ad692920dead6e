import type { CohortFacts, TraineeFacts } from '../../../../../shared/facts/cohort-facts.ts'
import { daysNeeded } from '../../../../../shared/features/attendance/attendance.ts'
import type { Reason } from '../../../../../shared/features/graduation/graduation.ts'
import { decisionOf, formatFailedRule, formatLeave } from '../../../paper-kit/cohort-format.ts'

/** `count` is null before the decision: a blank row. */
type DecisionCount = { label: string; count: number | null }

const rules = ['attendance', 'score', 'unit'] as const satisfies Reason['rule'][]

/**
 * Numbers of registered, passed, failed and left. A person who failed several rules counts once, under the first in the order attendance, score,
 * unit. Zero rows are left out, except the first two.
 */
export function countDecisions(facts: CohortFacts): DecisionCount[] {
  const { cohort, days, trainees, panel } = facts
  if (panel === null) {
    const open = ['Lulus', 'Tidak lulus', formatLeave.withdrawn, formatLeave.expelled]
    return [
      { label: 'Peserta terdaftar', count: trainees.length === 0 ? null : trainees.length },
      ...open.map(label => ({ label, count: null })),
    ]
  }
  const count = (is: (trainee: TraineeFacts) => boolean) => trainees.filter(is).length
  const decided = (decision: TraineeFacts['decision']) => (trainee: TraineeFacts) => decisionOf(trainee) === decision
  const needed = `${daysNeeded(cohort.minimumAttendance, days.length)} dari ${days.length} hari`
  const failed = rules.map(rule => ({
    label: `Tidak lulus karena ${formatFailedRule(rule, facts)}${rule === 'attendance' ? ` (${needed})` : ''}`,
    count: count(trainee => decided('failed')(trainee) && firstRule(trainee) === rule),
  }))
  const others = [
    ...failed,
    { label: 'Tidak lulus menurut keputusan sidang', count: count(t => decided('failed')(t) && firstRule(t) === null) },
    { label: formatLeave.withdrawn, count: count(decided('withdrawn')) },
    { label: formatLeave.expelled, count: count(decided('expelled')) },
    { label: 'Belum diputuskan', count: count(decided(null)) },
  ]
  return [
    { label: 'Peserta terdaftar', count: trainees.length },
    { label: 'Lulus', count: count(decided('passed')) },
    ...others.filter(row => row.count > 0),
  ]
}

function firstRule({ reasons }: TraineeFacts): (typeof rules)[number] | null {
  return rules.find(rule => reasons.some(reason => reason.rule === rule)) ?? null
}
