import type { Decision, graduationContract } from '../../../../shared/features/graduation/contract.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import type { CommandScope, InputOf } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { getUndecidedCohort } from '../cohort/cohort-store.ts'
import { missingSteps } from './find-missing-steps.ts'
import { graduationRows, insertDecision, insertPanel } from './graduation-store.ts'

type Request = InputOf<typeof graduationContract, 'decide'>

/** Decisions stored in the audit, so that a reopened panel can still be read. */
export type Decided = { enrolmentId: number; proposal: Decision; decision: Decision; reason: string }

/**
 * Stores the decision of the panel on each person.
 * @throws DomainError not_found, panel_decided, panel_missing, decided_otherwise, panel_in_future, panel_before_end, override_not_possible
 */
export function decideGraduation(
  { db, at, today, operator, record }: CommandScope,
  { code, heldOn, place, members, overrides, seen }: Request,
): { passed: number; failed: number; withdrawn: number } {
  const cohort = getUndecidedCohort(db, code)
  const days = daysOfCohort(db, cohort.id)
  const rows = graduationRows(db, cohort)
  const missing = missingSteps(db, cohort, days, rows)
  if (missing.length > 0) throw new DomainError({ code: 'panel_missing', words: missing.map(step => step.words) })
  const otherwise = rows.filter(
    row => seen !== null && seen.find(one => one.enrolmentId === row.enrolmentId)?.proposal !== row.proposal,
  )
  if (otherwise.length > 0) throw new DomainError({ code: 'decided_otherwise', names: otherwise.map(row => row.name) })
  const end = found(days.at(-1), 'day').date
  if (heldOn > today) throw new DomainError({ code: 'panel_in_future', date: heldOn })
  if (heldOn < end) throw new DomainError({ code: 'panel_before_end', date: heldOn, end })
  for (const { enrolmentId } of overrides) {
    foundIn(rows, row => row.enrolmentId === enrolmentId, 'enrolment')
  }
  insertPanel(db, cohort.id, { heldOn, place, members, decidedAt: at, decidedBy: operator.name })
  const counts: Record<Decision, number> = { passed: 0, failed: 0, withdrawn: 0, expelled: 0 }
  const decisions: Decided[] = []
  for (const row of rows) {
    // Never 'incomplete': missingSteps has refused that.
    const proposal = row.proposal as Decision
    const override = overrides.find(entry => entry.enrolmentId === row.enrolmentId && entry.decision !== proposal)
    if (override && (proposal === 'withdrawn' || proposal === 'expelled')) {
      throw new DomainError({ code: 'override_not_possible', name: row.name })
    }
    const decision = override?.decision ?? proposal
    counts[decision] += 1
    decisions.push({ enrolmentId: row.enrolmentId, proposal, decision, reason: override?.reason ?? '' })
    const overrideReason = override?.reason ?? ''
    insertDecision(db, cohort.id, {
      enrolmentId: row.enrolmentId,
      proposal,
      reasons: row.reasons,
      decision,
      overrideReason,
    })
  }
  record('panel', code, null, { heldOn, place, members, decisions })
  return { passed: counts.passed, failed: counts.failed, withdrawn: counts.withdrawn + counts.expelled }
}
