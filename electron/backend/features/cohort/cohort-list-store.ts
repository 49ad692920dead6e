import type { CohortRow, CohortStatus } from '../../../../shared/features/cohort/contract.ts'
import type { Skipped } from '../../../../shared/features/cohort/working-days.ts'
import { cohortId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'

/** As statusOf in cohort-store.ts, of a row of cohort joined to its panel. */
const statusOfCohort = `CASE
  WHEN cohort.cancelled_at IS NOT NULL THEN 'cancelled'
  WHEN panel.cohort_id IS NOT NULL THEN 'decided'
  WHEN NOT EXISTS (SELECT 1 FROM cohort_day WHERE cohort_day.cohort_id = cohort.id AND closed_at IS NULL) THEN 'finished'
  WHEN EXISTS (SELECT 1 FROM held_day WHERE held_day.cohort_id = cohort.id) THEN 'running'
  ELSE 'planned' END`

type Listed = Omit<CohortRow, 'start' | 'end' | 'instructors' | 'days' | 'skipped'> & { late: number }
/** n, date, start, end, closed, marks, taught, row of the day. */
type ListedDay = [number, PlainDate, string | null, string | null, 0 | 1, number, 0 | 1, number]

/**
 * Every cohort with its days, the latest year first. Days come as one text for each cohort: ten years have thirty thousand of them, and a
 * row of its own for each takes longer than all the rest.
 */
export function listCohorts(db: ReadDatabase): CohortRow[] {
  const cohorts = db.all<Listed>(
    `SELECT cohort.id, cohort.code, cohort.title, cohort.trade, program.title AS program, cohort.number, cohort.year,
       ${statusOfCohort} AS status, cohort.start_time AS startTime, cohort.end_time AS endTime, room.name AS room,
       (SELECT count(*) FROM enrolment WHERE enrolment.cohort_id = cohort.id) AS trainees,
       EXISTS (SELECT 1 FROM enrolment WHERE enrolment.cohort_id = cohort.id AND (joined_day > 1 OR left_after_day IS NOT NULL)) AS late
     FROM cohort JOIN program ON program.id = cohort.program_id LEFT JOIN room ON room.id = cohort.room_id
     LEFT JOIN panel ON panel.cohort_id = cohort.id ORDER BY cohort.year DESC, cohort.code`,
  )
  const days = textsByCohort<ListedDay[]>(
    db,
    `SELECT cohort_id AS id, json_group_array(json_array(n, date, start_time, end_time, closed_at IS NOT NULL, marks,
       EXISTS (SELECT 1 FROM taught_day WHERE taught_day.day_id = cohort_day.id), id) ORDER BY n) AS text
     FROM cohort_day GROUP BY cohort_id`,
  )
  const skipped = textsByCohort<Skipped[]>(
    db,
    `SELECT cohort_id AS id, json_group_array(json_object('date', date, 'kind', kind, 'reason', reason) ORDER BY date) AS text
     FROM cohort_skip GROUP BY cohort_id`,
  )
  const teachers = teachersOfDays(db)
  const members = membersOfLateCohorts(db)
  return cohorts.map(({ late, ...cohort }) => {
    const own = days.get(cohort.id) ?? []
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) throw new Error(`cohort ${cohort.code} has no days`)
    const spans = late === 1 ? members.get(cohort.id) : undefined
    return {
      ...cohort,
      id: cohortId.parse(cohort.id),
      start: first[1],
      end: last[1],
      instructors: [...new Set(own.flatMap(day => teachers.get(day[7]) ?? []))],
      days: own.map(([n, date, startTime, endTime, closed, marks, taught]) => {
        const present = spans ? spans.filter(([from, until]) => from <= n && n <= until).length : cohort.trainees
        return {
          n,
          date,
          startTime: startTime ?? cohort.startTime,
          endTime: endTime ?? cohort.endTime,
          held: closed === 1 || marks > 0 || taught === 1,
          complete: present > 0 && marks >= present,
          closed: closed === 1,
        }
      }),
      skipped: skipped.get(cohort.id) ?? [],
    }
  })
}

function textsByCohort<Value>(db: ReadDatabase, sql: string): Map<number, Value> {
  return new Map(db.all<{ id: number; text: string }>(sql).map(({ id, text }) => [id, JSON.parse(text) as Value]))
}

/** Names by the row of the day, in the order of that day. */
function teachersOfDays(db: ReadDatabase): Map<number, string[]> {
  const rows = db.all<{ name: string; text: string }>(
    `SELECT instructor.name, json_group_array(json_array(day_id, position)) AS text
     FROM teaching JOIN instructor ON instructor.id = instructor_id GROUP BY instructor_id`,
  )
  const places = new Map<number, string[]>()
  for (const { name, text } of rows)
    for (const [dayId, position] of JSON.parse(text) as [number, number][]) {
      const names = places.get(dayId)
      if (names) names[position] = name
      else {
        const own: string[] = []
        own[position] = name
        places.set(dayId, own)
      }
    }
  // Positions begin at 1 and may leave gaps.
  for (const [dayId, names] of places) places.set(dayId, names.filter(Boolean))
  return places
}

/** First and last day of each member, where somebody came later or left. */
function membersOfLateCohorts(db: ReadDatabase): Map<number, [number, number][]> {
  return textsByCohort(
    db,
    `SELECT cohort_id AS id, json_group_array(json_array(joined_day, coalesce(left_after_day, 1000))) AS text FROM enrolment
     WHERE cohort_id IN (SELECT cohort_id FROM enrolment WHERE joined_day > 1 OR left_after_day IS NOT NULL) GROUP BY cohort_id`,
  )
}

type CohortSpan = { code: string; title: string; status: CohortStatus; start: PlainDate }

const spanColumns = `cohort.code, cohort.title, ${statusOfCohort} AS status,
  (SELECT date FROM cohort_day WHERE cohort_day.cohort_id = cohort.id ORDER BY n LIMIT 1) AS start
  FROM cohort LEFT JOIN panel ON panel.cohort_id = cohort.id`

/** What is said of cohorts that something else belongs to, by code. */
export function spansOfCohorts(db: ReadDatabase): Map<string, CohortSpan> {
  return new Map(db.all<CohortSpan>(`SELECT ${spanColumns}`).map(row => [row.code, row]))
}
