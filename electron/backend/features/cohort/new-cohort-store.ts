import type { Rules } from '../../../../shared/features/centre/centre.ts'
import type { CohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import type { Times } from '../../../../shared/features/cohort/day-clock.ts'
import type { Plan } from '../../../../shared/features/cohort/working-days.ts'
import type { Program } from '../../../../shared/features/program/contract.ts'
import type { WriteDatabase } from '../../database/connection.ts'
import { storedGrading } from '../centre/centre-store.ts'
import { writeSkipped } from './cohort-day-store.ts'
import { writeElements } from './cohort-store.ts'

type NewCohort = {
  draft: CohortDraft
  plan: Plan
  /** The planned days with their times. */
  days: readonly (Plan['days'][number] & Times)[]
  program: Program
  code: string
  year: number
  title: string
  rules: Rules
  topics: readonly string[]
}

/** Stores the class with its days, skipped days, and its own copy of present units and rules. */
export function insertCohort(
  db: WriteDatabase,
  { draft, plan, days, program, code, year, title, rules, topics }: NewCohort,
): number {
  const { instructorId: _, traineeIds: __, start: ___, override: ____, repeatReason: _____, ...columns } = draft
  const id = db.insert(
    'cohort',
    `program_id, trade, title, year, number, code, week, joint_leave, hours, start_time, end_time, room_id, decree_issuer, decree_number,
     decree_date, decree_subject, activity, funding_source, activity_id, minimum_attendance, theory_weight, practice_weight, pass_mark,
     minutes_per_hour, units_required, predicate_bands`,
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
    db.insert('cohort_day', 'cohort_id, n, date, start_time, end_time, hours, topic', {
      ...day,
      cohortId: id,
      topic: topics[day.n - 1] ?? '',
    })
  }
  writeSkipped(db, id, plan)
  program.units.forEach(({ elements, ...unit }, index) => {
    const columns = 'cohort_id, position, code, title, theory_hours, practice_hours, compulsory'
    writeElements(db, db.insert('cohort_unit', columns, { ...unit, cohortId: id, position: index + 1 }), elements)
  })
  return id
}

/** Replaces the rules of the class. */
export function writeRules(db: WriteDatabase, cohortId: number, rules: Rules): void {
  db.update(
    'cohort',
    'minimum_attendance, theory_weight, practice_weight, pass_mark, units_required, predicate_bands',
    { ...rules, ...storedGrading(rules), id: cohortId },
  )
}
