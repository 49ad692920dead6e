import { daysNeeded } from '../../../../shared/features/attendance/attendance.ts'
import type { graduationContract } from '../../../../shared/features/graduation/contract.ts'
import { DomainError } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { type Decided, decideGraduation } from './decide-graduation.ts'
import { missingSteps } from './find-missing-steps.ts'
import {
  countCertificates,
  countUses,
  decisionsOfCohort,
  deletePanel,
  findPanel,
  graduationRows,
} from './graduation-store.ts'

export const graduationHandlers: Handlers<typeof graduationContract> = {
  get({ db }, { code }) {
    const cohort = getCohort(db, code)
    const days = daysOfCohort(db, cohort.id)
    const rows = graduationRows(db, cohort)
    return {
      code,
      rules: {
        daysNeeded: daysNeeded(cohort.minimumAttendance, days.length),
        passMark: cohort.passMark,
        unitsRequired: cohort.unitsRequired,
      },
      rows,
      missing: cohort.decided ? [] : missingSteps(db, cohort, days, rows),
      panel: findPanel(db, cohort.id),
      certificates: countCertificates(db, cohort.id),
    }
  },

  decide: decideGraduation,

  reopen({ db, record }, { code, reason }) {
    const cohort = getCohort(db, code)
    const panel = findPanel(db, cohort.id)
    if (!panel) throw new DomainError({ code: 'panel_not_decided' })
    const count = countCertificates(db, cohort.id)
    if (count > 0) throw new DomainError({ code: 'certificates_exist', count })
    // A panel cannot be reopened once somebody was followed up or got an aid because of it.
    const uses = countUses(db, cohort.id)
    if (uses.followed + uses.aided > 0) throw new DomainError({ code: 'graduates_in_use', ...uses })
    const decisions = [...decisionsOfCohort(db, cohort.id).values()].map(
      ({ enrolmentId, proposal, decision, overrideReason }): Decided => ({
        enrolmentId,
        proposal,
        decision,
        reason: overrideReason,
      }),
    )
    deletePanel(db, cohort.id)
    record('panel', code, { ...panel, decisions }, { reopened: reason })
  },
}
