import { ceilingQuotient } from '../../kernel/quotient.ts'
import { attendancePercent, daysNeeded } from '../attendance/attendance.ts'
import { finalMark } from '../score/score.ts'

export type UnitResult = { code: string; title: string; compulsory: boolean; result: 'K' | 'BK' | null }
type Unit = Pick<UnitResult, 'code' | 'title'>

export type GraduationFacts = {
  /** Days, and the minimum in whole percent of the planned ones. */
  attendance: { present: number; planned: number; minimumPercent: number }
  /** Hundredths. */
  theory: number | null
  practice: number | null
  weights: { theory: number; practice: number }
  passMark: number
  /** A compulsory unit that is BK means not passed. */
  unitsRequired: boolean
  units: readonly UnitResult[]
  leftKind: 'withdrawn' | 'expelled' | null
  /** Day numbers without a mark. */
  missingDays: readonly number[]
}

export type Outcome = 'passed' | 'failed' | 'withdrawn' | 'expelled' | 'incomplete'

/** A rule that is not met, or missing data, with figures; stored with the decision. */
export type Reason =
  /** `percent` in hundredths; `short` is the number of missing days. */
  | { rule: 'attendance'; present: number; planned: number; percent: number; needed: number; short: number }
  /** Hundredths; `practiceNeeded` is the lowest sufficient practice score, null if none would be. */
  | { rule: 'score'; final: number; passMark: number; short: number; practiceNeeded: number | null }
  /** Compulsory units that are BK. */
  | { rule: 'unit'; units: Unit[] }
  | { rule: 'attendance_missing'; days: number[] }
  | { rule: 'score_missing'; scores: ('theory' | 'practice')[] }
  | { rule: 'unit_missing'; units: Unit[] }

export type Proposal = {
  outcome: Outcome
  /** Rounded half up to hundredths; null while a needed score is missing. */
  final: number | null
  /** All failed rules in the order attendance, score, unit; for 'incomplete' all missing data in the same order. */
  reasons: Reason[]
}

/** The proposal of the rules for a person; the panel decides. Not for people who left. */
export function propose(facts: GraduationFacts): Proposal {
  const final = finalOf(facts)
  if (facts.leftKind) return { outcome: facts.leftKind, final, reasons: [] }
  const missing = missingFacts(facts)
  if (missing.length > 0 || final === null) return { outcome: 'incomplete', final, reasons: missing }
  const reasons = failedRules(facts, final)
  return { outcome: reasons.length > 0 ? 'failed' : 'passed', final, reasons }
}

/** A score with weight 0 is not needed. */
function finalOf({ theory, practice, weights }: GraduationFacts): number | null {
  if ((theory === null && weights.theory > 0) || (practice === null && weights.practice > 0)) return null
  return finalMark(theory ?? 0, practice ?? 0, weights.theory, weights.practice)
}

function missingFacts({ theory, practice, weights, units, missingDays }: GraduationFacts): Reason[] {
  const scores: ('theory' | 'practice')[] = []
  if (theory === null && weights.theory > 0) scores.push('theory')
  if (practice === null && weights.practice > 0) scores.push('practice')
  const open = compulsory(units, null)
  const reasons: Reason[] = []
  if (missingDays.length > 0) reasons.push({ rule: 'attendance_missing', days: [...missingDays] })
  if (scores.length > 0) reasons.push({ rule: 'score_missing', scores })
  if (open.length > 0) reasons.push({ rule: 'unit_missing', units: open })
  return reasons
}

function failedRules(facts: GraduationFacts, final: number): Reason[] {
  const { present, planned, minimumPercent } = facts.attendance
  const needed = daysNeeded(minimumPercent, planned)
  const notAchieved = facts.unitsRequired ? compulsory(facts.units, 'BK') : []
  const reasons: Reason[] = []
  if (present < needed) {
    const percent = attendancePercent(present, planned)
    reasons.push({ rule: 'attendance', present, planned, percent, needed, short: needed - present })
  }
  if (final < facts.passMark) {
    const { passMark } = facts
    reasons.push({ rule: 'score', final, passMark, short: passMark - final, practiceNeeded: practiceNeeded(facts) })
  }
  if (notAchieved.length > 0) reasons.push({ rule: 'unit', units: notAchieved })
  return reasons
}

function compulsory(units: readonly UnitResult[], result: 'BK' | null): Unit[] {
  return units.filter(unit => unit.compulsory && unit.result === result).map(({ code, title }) => ({ code, title }))
}

/** The rounded final score counts, so half a hundredth below the pass mark is enough. */
function practiceNeeded({ theory, weights, passMark }: GraduationFacts): number | null {
  if (weights.practice === 0) return null
  const total = weights.theory + weights.practice
  const doubled = 2 * passMark * total - total - 2 * (theory ?? 0) * weights.theory
  const needed = ceilingQuotient(Math.max(0, doubled), 2 * weights.practice)
  return needed <= 10_000 ? needed : null
}
