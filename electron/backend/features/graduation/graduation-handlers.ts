import { daysNeeded } from '../../../../shared/features/attendance/attendance.ts'
import type { Decision, Graduation, graduationContract } from '../../../../shared/features/graduation/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { type DayRecord, daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { countUses, decisionsOfCohort, findPanel, graduationRows } from './graduation-store.ts'

export const graduationHandlers: Handlers<typeof graduationContract> = {
  get({ db }, { code }) {
    const cohort = getCohort(db, code)
    const days = daysOfCohort(db, cohort.id)
    const rows = graduationRows(db, cohort)
    return {
      code,
      rules: {
        daysNeeded: daysNeeded(cohort.minimumAttendance, days.length),
        planned: days.length,
        passMark: cohort.passMark,
        minimumAttendance: cohort.minimumAttendance,
        unitsRequired: cohort.unitsRequired,
      },
      rows,
      missing: cohort.decided ? [] : missingSteps(db, cohort, days, rows),
      panel: findPanel(db, cohort.id),
      certificates: certificatesOf(db, cohort.id),
    }
  },

  decide({ db, at, today, operator, record }, { code, heldOn, place, members, overrides }) {
    const cohort = getCohort(db, code)
    if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
    if (cohort.decided) throw new DomainError({ code: 'panel_decided' })
    const days = daysOfCohort(db, cohort.id)
    const rows = graduationRows(db, cohort)
    const missing = missingSteps(db, cohort, days, rows)
    if (missing.length > 0) throw new DomainError({ code: 'panel_missing', words: missing.map(step => step.words) })
    const end = found(days.at(-1), 'day').date
    if (heldOn > today) throw new DomainError({ code: 'panel_in_future', date: heldOn })
    if (heldOn < end) throw new DomainError({ code: 'panel_before_end', date: heldOn, end })
    for (const { enrolmentId } of overrides) {
      found(
        rows.find(row => row.enrolmentId === enrolmentId),
        'enrolment',
      )
    }
    db.run('INSERT INTO panel (cohort_id, held_on, place, decided_at, decided_by) VALUES (?, ?, ?, ?, ?)', [
      cohort.id,
      heldOn,
      place,
      at,
      operator.name,
    ])
    members.forEach((member, index) => {
      db.run('INSERT INTO panel_member (cohort_id, position, name, role) VALUES (?, ?, ?, ?)', [
        cohort.id,
        index + 1,
        member.name,
        member.role,
      ])
    })
    const counts: Record<Decision, number> = { passed: 0, failed: 0, withdrawn: 0, expelled: 0 }
    const decisions: Decided[] = []
    for (const row of rows) {
      // Nobody is 'incomplete' any more: missingSteps has refused that.
      const proposal = row.proposal as Decision
      const override = overrides.find(entry => entry.enrolmentId === row.enrolmentId && entry.decision !== proposal)
      if (override && (proposal === 'withdrawn' || proposal === 'expelled')) {
        throw new DomainError({ code: 'override_not_possible', name: row.name })
      }
      const decision = override?.decision ?? proposal
      counts[decision] += 1
      decisions.push({ enrolmentId: row.enrolmentId, proposal, decision, reason: override?.reason ?? '' })
      db.run(
        `INSERT INTO panel_decision (enrolment_id, cohort_id, proposal, reasons, decision, override_reason) VALUES (?, ?, ?, ?, ?, ?)`,
        [row.enrolmentId, cohort.id, proposal, JSON.stringify(row.reasons), decision, override?.reason ?? ''],
      )
    }
    record('panel', code, null, { heldOn, place, members, decisions })
    return { passed: counts.passed, failed: counts.failed, withdrawn: counts.withdrawn + counts.expelled }
  },

  reopen({ db, record }, { code, reason }) {
    const cohort = getCohort(db, code)
    const panel = findPanel(db, cohort.id)
    if (!panel) throw new DomainError({ code: 'panel_not_decided' })
    const count = certificatesOf(db, cohort.id)
    if (count > 0) throw new DomainError({ code: 'certificates_exist', count })
    // A panel stays closed once somebody was followed up or helped because of it.
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
    db.run('DELETE FROM panel_decision WHERE cohort_id = ?', [cohort.id])
    db.run('DELETE FROM panel WHERE cohort_id = ?', [cohort.id])
    record('panel', code, { ...panel, decisions }, { reopened: reason })
  },
}

/** What the audit keeps of every decision, so that a reopened panel can still be read. */
type Decided = { enrolmentId: number; proposal: Decision; decision: Decision; reason: string }

function certificatesOf(db: ReadDatabase, cohortId: number): number {
  return db.value(
    'SELECT count(DISTINCT enrolment.id) FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE enrolment.cohort_id = ?',
    [cohortId],
  )
}

function missingSteps(
  db: ReadDatabase,
  cohort: CohortRecord,
  days: readonly DayRecord[],
  rows: readonly Graduation['rows'][number][],
): Graduation['missing'] {
  const missing: Graduation['missing'] = []
  if (traineesOfCohort(db, cohort.id).length === 0)
    missing.push({ step: 'attendance', words: 'kelas belum punya peserta' })
  // A closed day can be incomplete as well: a mark was taken back, or somebody who had left came back.
  const lacking = new Set(
    rows.flatMap(row => row.reasons.flatMap(reason => (reason.rule === 'attendance_missing' ? reason.days : []))),
  )
  const unfilled = days.filter(day => lacking.has(day.n) || (!day.complete && day.closed === null)).map(day => day.n)
  const open = days.filter(day => day.complete && day.closed === null).map(day => day.n)
  for (const [list, words] of [
    [unfilled, 'belum diisi'],
    [open, 'belum ditutup'],
  ] as const) {
    const [day] = list
    if (day !== undefined) missing.push({ step: 'attendance', words: `${dayList(list)} ${words}`, day })
  }
  for (const row of rows) {
    if (row.proposal === 'withdrawn' || row.proposal === 'expelled') continue
    const lacks = [
      row.theory === null ? 'nilai teori' : '',
      row.practice === null ? 'nilai praktik' : '',
      row.unitsOpen > 0 ? 'unit' : '',
    ].filter(Boolean)
    if (lacks.length > 0) missing.push({ step: 'score', words: `${lacks.join(', ')} ${row.name} kosong` })
  }
  return missing
}

/** 'hari ke-3, 4, 11'; a run of many is shortened to its ends. */
function dayList(days: readonly number[]): string {
  return days.length > 4 ? `${days.length} hari (ke-${days[0]} s.d. ${days.at(-1)})` : `hari ke-${days.join(', ')}`
}
