import { tally } from '../../../../shared/features/attendance/attendance.ts'
import type { Decision, GraduationRow, PanelMember } from '../../../../shared/features/graduation/contract.ts'
import { propose, type Reason } from '../../../../shared/features/graduation/graduation.ts'
import { predicate } from '../../../../shared/features/score/score.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { marksOfCohort } from '../attendance/attendance-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, unitsOfCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { scoresOfCohort } from '../score/score-store.ts'

type PanelRecord = {
  heldOn: PlainDate
  place: string
  members: PanelMember[]
  decidedAt: string
  decidedBy: string
}
export type DecisionRecord = {
  enrolmentId: EnrolmentId
  proposal: Decision
  reasons: Reason[]
  decision: Decision
  overrideReason: string
}

export function findPanel(db: ReadDatabase, cohortId: number): PanelRecord | null {
  const panel = db.get<Omit<PanelRecord, 'members'>>(
    'SELECT held_on AS heldOn, place, decided_at AS decidedAt, decided_by AS decidedBy FROM panel WHERE cohort_id = ?',
    [cohortId],
  )
  if (!panel) return null
  return {
    ...panel,
    members: db.all<PanelMember>('SELECT name, role FROM panel_member WHERE cohort_id = ? ORDER BY position', [
      cohortId,
    ]),
  }
}

export function decisionsOfCohort(db: ReadDatabase, cohortId: number): Map<number, DecisionRecord> {
  const rows = db.all<Omit<DecisionRecord, 'reasons'> & { reasons: string }>(
    `SELECT enrolment_id AS enrolmentId, proposal, reasons, decision, override_reason AS overrideReason
     FROM panel_decision WHERE cohort_id = ? ORDER BY enrolment_id`,
    [cohortId],
  )
  return new Map(rows.map(row => [row.enrolmentId, { ...row, reasons: JSON.parse(row.reasons) as Reason[] }]))
}

/** Proposals for everybody, with the decisions of the panel. */
export function graduationRows(db: ReadDatabase, cohort: CohortRecord): GraduationRow[] {
  const days = daysOfCohort(db, cohort.id)
  const marks = marksOfCohort(db, cohort.id)
  const scores = scoresOfCohort(db, cohort.id)
  const units = unitsOfCohort(db, cohort.id)
  const decisions = decisionsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id).map(trainee => {
    const own = scores.get(trainee.enrolmentId)
    const cells = days.map(day => marks.get(trainee.enrolmentId)?.get(day.n)?.mark ?? null)
    const attendance = tally(cells, days.length, {
      joinedDay: trainee.joinedDay,
      leftAfterDay: trainee.left?.afterDay ?? null,
    })
    const results = units.map(unit => ({ ...unit, result: own?.units.get(unit.id)?.result ?? null }))
    const proposal = propose({
      attendance: { present: attendance.present, planned: days.length, minimumPercent: cohort.minimumAttendance },
      theory: own?.theory ?? null,
      practice: own?.practice ?? null,
      weights: { theory: cohort.theoryWeight, practice: cohort.practiceWeight },
      passMark: cohort.passMark,
      unitsRequired: cohort.unitsRequired,
      units: results.map(({ code, title, compulsory, result }) => ({ code, title, compulsory, result })),
      leftKind: trainee.left?.kind ?? null,
      missingDays: attendance.missing,
    })
    const decided = decisions.get(trainee.enrolmentId)
    return {
      enrolmentId: trainee.enrolmentId,
      position: trainee.position,
      name: trainee.name,
      present: attendance.present,
      planned: days.length,
      percent: trainee.left ? null : attendance.percent,
      theory: own?.theory ?? null,
      practice: own?.practice ?? null,
      final: proposal.final,
      unitsAchieved: results.filter(unit => unit.result === 'K').length,
      unitsTotal: units.length,
      unitsOpen: results.filter(unit => unit.result === null).length,
      predicate: proposal.final === null ? null : predicate(proposal.final, cohort.predicateBands),
      proposal: decided?.proposal ?? proposal.outcome,
      reasons: decided?.reasons ?? proposal.reasons,
      decision: decided?.decision ?? null,
      overrideReason: decided?.overrideReason ?? '',
    }
  })
}

export function countUses(db: ReadDatabase, cohortId: number): { followed: number; aided: number } {
  const count = (table: 'follow_up' | 'business_aid') =>
    db.value<number>(
      `SELECT count(DISTINCT enrolment_id) FROM ${table} JOIN enrolment ON enrolment.id = enrolment_id WHERE cohort_id = ?`,
      [cohortId],
    )
  return { followed: count('follow_up'), aided: count('business_aid') }
}

export function countCertificates(db: ReadDatabase, cohortId: number): number {
  return db.value(
    'SELECT count(DISTINCT enrolment.id) FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment_id WHERE enrolment.cohort_id = ?',
    [cohortId],
  )
}

export function insertPanel(db: WriteDatabase, cohortId: number, panel: PanelRecord): void {
  const { members, ...row } = panel
  db.insert('panel', 'cohort_id, held_on, place, decided_at, decided_by', { ...row, cohortId })
  members.forEach(({ name, role }, index) => {
    db.insert('panel_member', 'cohort_id, position, name, role', { cohortId, position: index + 1, name, role })
  })
}

export function insertDecision(db: WriteDatabase, cohortId: number, decision: DecisionRecord): void {
  db.insert('panel_decision', 'enrolment_id, cohort_id, proposal, reasons, decision, override_reason', {
    ...decision,
    cohortId,
  })
}

export function deletePanel(db: WriteDatabase, cohortId: number): void {
  db.run('DELETE FROM panel_decision WHERE cohort_id = ?', [cohortId])
  db.run('DELETE FROM panel WHERE cohort_id = ?', [cohortId])
}
