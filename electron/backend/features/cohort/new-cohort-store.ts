import type { Rules } from '../../../../shared/features/centre/centre.ts'
import type { CohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import type { Plan } from '../../../../shared/features/cohort/working-days.ts'
import type { Program } from '../../../../shared/features/program/contract.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { storedGrading } from '../centre/centre-store.ts'
import type { DayRecord } from './cohort-store.ts'
import type { Times } from './time-days.ts'

type NewCohort = {
  draft: CohortDraft
  plan: Plan
  /** The days of the plan with their times. */
  days: readonly (Plan['days'][number] & Times)[]
  program: Program
  code: string
  year: number
  title: string
  rules: Rules
  topics: readonly string[]
}

/** The class with its days, its skipped days and its own copy of the units and rules of today. */
export function insertCohort(
  db: WriteDatabase,
  { draft, plan, days, program, code, year, title, rules, topics }: NewCohort,
): number {
  const { instructorId: _, traineeIds: __, start: ___, override: ____, repeatReason: _____, ...columns } = draft
  const { id } = db.run(
    `INSERT INTO cohort (program_id, trade, title, year, number, code, week, joint_leave, hours, start_time, end_time, room_id,
       decree_issuer, decree_number, decree_date, decree_subject, activity, funding_source, activity_id, minimum_attendance, theory_weight, practice_weight, pass_mark, minutes_per_hour, units_required, predicate_bands)
     VALUES (@programId, @trade, @title, @year, @number, @code, @week, @jointLeave, @hours, @startTime, @endTime, @roomId,
       @decreeIssuer, @decreeNumber, @decreeDate, @decreeSubject, @activity, @fundingSource, @activityId, @minimumAttendance, @theoryWeight, @practiceWeight, @passMark, @minutesPerHour, @unitsRequired, @predicateBands)`,
    {
      ...columns,
      trade: program.trade,
      title,
      year,
      code,
      minimumAttendance: rules.minimumAttendance,
      theoryWeight: rules.theoryWeight,
      practiceWeight: rules.practiceWeight,
      passMark: rules.passMark,
      minutesPerHour: rules.minutesPerHour,
      ...storedGrading(rules),
    },
  )
  for (const day of days) {
    db.run(
      'INSERT INTO cohort_day (cohort_id, n, date, start_time, end_time, hours, topic) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, day.n, day.date, day.startTime, day.endTime, day.hours, topics[day.n - 1] ?? ''],
    )
  }
  writeSkipped(db, id, plan)
  program.units.forEach(({ elements, ...unit }, index) => {
    const written = db.run(
      `INSERT INTO cohort_unit (cohort_id, position, code, title, theory_hours, practice_hours, compulsory)
       VALUES (@cohortId, @position, @code, @title, @theoryHours, @practiceHours, @compulsory)`,
      { ...unit, compulsory: unit.compulsory ? 1 : 0, cohortId: id, position: index + 1 },
    )
    elements.forEach((element, at) => {
      db.run('INSERT INTO cohort_element (unit_id, position, title) VALUES (?, ?, ?)', [written.id, at + 1, element])
    })
  })
  return id
}

export function writeSkipped(db: WriteDatabase, cohortId: number, plan: Pick<Plan, 'skipped'>): void {
  db.run('DELETE FROM cohort_skip WHERE cohort_id = ?', [cohortId])
  for (const day of plan.skipped) {
    db.run('INSERT INTO cohort_skip (cohort_id, date, kind, reason) VALUES (?, ?, ?, ?)', [
      cohortId,
      day.date,
      day.kind,
      day.reason,
    ])
  }
}

/**
 * New dates for the same numbered days, in the order that never lets two days share a date on the way: those that go later from
 * the last one, then those that go earlier from the first. A calendar that has changed meanwhile can ask for both at once.
 */
export function moveCohortDays(db: WriteDatabase, days: readonly DayRecord[], moved: readonly DayRecord[]): void {
  const moves = moved.filter((day, index) => day.date !== days[index]?.date)
  const isLater = (day: DayRecord) => day.date > (days.find(before => before.id === day.id)?.date ?? day.date)
  for (const day of [...moves.filter(isLater).toReversed(), ...moves.filter(day => !isLater(day))]) writeDate(db, day)
}

/** Date and times at once: the schema compares every day with the others as soon as it is written. */
export function writeDate(
  db: WriteDatabase,
  { id, date, startTime, endTime }: Pick<DayRecord, 'id' | 'date' | 'startTime' | 'endTime'>,
): void {
  db.run('UPDATE cohort_day SET date = ?, start_time = ?, end_time = ? WHERE id = ?', [date, startTime, endTime, id])
}
