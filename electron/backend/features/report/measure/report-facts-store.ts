import type { Period } from '../../../../../shared/features/report/period.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import type { Filters } from './measure-store.ts'

export function yearsOfActivities(db: ReadDatabase): Map<number, number> {
  return new Map(
    db.all<{ id: number; year: number }>('SELECT id, budget_year AS year FROM activity').map(row => [row.id, row.year]),
  )
}

/** Planned spending by 'YYYY-MM', of all activities, of some sources, or of one activity. */
export function plannedByMonth(db: ReadDatabase, period: Period, filters: Filters = {}): Map<string, number> {
  const list = (values: readonly (string | number)[] | undefined) => (values ? JSON.stringify(values) : null)
  return new Map(
    db
      .all<{ month: string; amount: number }>(
        `SELECT budget_year || '-' || printf('%02d', month) AS month, sum(amount) AS amount
         FROM spending_plan JOIN activity ON activity.id = activity_id
         WHERE budget_year BETWEEN @fromYear AND @toYear AND (@source IS NULL OR funding_source IN (SELECT value FROM json_each(@source)))
           AND (@activity IS NULL OR activity.id IN (SELECT value FROM json_each(@activity)))
         GROUP BY budget_year, month`,
        {
          fromYear: yearOf(period.from),
          toYear: yearOf(period.to),
          source: list(filters.source),
          activity: list(filters.activity),
        },
      )
      .filter(row => row.month >= period.from.slice(0, 7) && row.month <= period.to.slice(0, 7))
      .map(row => [row.month, row.amount]),
  )
}

type ClassFacts = {
  code: string
  title: string
  program: string
  trade: string
  number: number
  source: string
  activity: string
  start: string
  end: string
  panel: string | null
  room: string
  days: number
  hours: number
}

/** Data of classes for lists, by code. */
export function classFacts(db: ReadDatabase, codes: readonly string[]): Map<string, ClassFacts> {
  const rows = db.all<ClassFacts>(
    `SELECT code, cohort.title, program.title AS program, cohort.trade, cohort.number, coalesce(activity.funding_source, '') AS source,
       coalesce(activity.title, '') AS activity, min(cohort_day.date) AS start, max(cohort_day.date) AS "end", panel.held_on AS panel,
       coalesce(room.name, '') AS room, count(*) AS days, sum(cohort_day.hours) AS hours
     FROM cohort JOIN program ON program.id = program_id JOIN cohort_day ON cohort_day.cohort_id = cohort.id
     LEFT JOIN activity ON activity.id = activity_id LEFT JOIN panel ON panel.cohort_id = cohort.id LEFT JOIN room ON room.id = cohort.room_id
     WHERE code IN (SELECT value FROM json_each(?)) GROUP BY cohort.id`,
    [JSON.stringify(codes)],
  )
  return new Map(rows.map(row => [row.code, row]))
}
