import type { CohortRow, CohortStatus } from '../../../../shared/features/cohort/contract.ts'
import type { Skipped } from '../../../../shared/features/cohort/working-days.ts'
import { cohortId } from '../../../../shared/ids.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'

/** The same as statusOf in cohort-store.ts, for SQL. */
const statusOfCohort = `CASE
  WHEN cohort.cancelled_at IS NOT NULL THEN 'cancelled'
  WHEN panel.cohort_id IS NOT NULL THEN 'decided'
  WHEN NOT EXISTS (SELECT 1 FROM cohort_day WHERE cohort_day.cohort_id = cohort.id AND closed_at IS NULL) THEN 'finished'
  WHEN EXISTS (SELECT 1 FROM held_day WHERE held_day.cohort_id = cohort.id) THEN 'running'
  ELSE 'planned' END`

type Listed = Omit<CohortRow, 'start' | 'end' | 'instructors' | 'days' | 'skipped'>
/** First and last day of a member. */
type Span = [number, number]

/**
 * Used by a dozen pages and cached until data it contains is written. Its parts are cached by table: a mark or an enrolment leaves the others valid.
 */
const remembered = new Remembered<CohortRow[]>(1, { byTables: true })
const textsOf = new Remembered<Map<number, string>>(2, { byTables: true })
const skippedOfCohorts = new Remembered<Map<number, Skipped[]>>(1, { byTables: true })
const teachersRemembered = new Remembered<Map<number, string[]>>(1, { byTables: true })

/** Source data of the parsed days of a cohort. */
type DaySource = Pick<Listed, 'startTime' | 'endTime' | 'trainees'> & { text: string; members: string | undefined }
type DaysTaken = { source: DaySource; days: CohortRow['days'] }
/** Parsed days by cohort: an act changes one cohort, and the other two thousand need not be parsed again. */
const daysTaken = new WeakMap<ReadDatabase, Map<number, DaysTaken>>()

/** All cohorts with their days, latest year first. */
export function listCohorts(db: ReadDatabase): CohortRow[] {
  return remembered.get(db, '', () => readCohorts(db))
}

/**
 * Days, skipped days and instructors are read as one text for each cohort and parsed by position: ten years have 40,000 of them, and a row for each,
 * or JSON, would take longer than everything else. Sorted here, because SQLite would sort each text separately.
 */
function readCohorts(db: ReadDatabase): CohortRow[] {
  const cohorts = db.all<Listed>(
    `SELECT cohort.id, cohort.code, cohort.title, cohort.trade, program.title AS program, cohort.number, cohort.year,
       ${statusOfCohort} AS status, cohort.start_time AS startTime, cohort.end_time AS endTime, room.name AS room,
       (SELECT count(*) FROM enrolment WHERE enrolment.cohort_id = cohort.id AND left_kind IS NULL) AS trainees
     FROM cohort JOIN program ON program.id = cohort.program_id LEFT JOIN room ON room.id = cohort.room_id
     LEFT JOIN panel ON panel.cohort_id = cohort.id ORDER BY cohort.year DESC, cohort.code`,
  )
  const days = textsByCohort(
    db,
    `SELECT cohort_id AS id, group_concat(date || CASE WHEN closed_at IS NOT NULL THEN 'c'
         WHEN marks > 0 OR EXISTS (SELECT 1 FROM taught_day WHERE taught_day.day_id = cohort_day.id) THEN 'h' ELSE 'p' END
       || coalesce(start_time || end_time, '          ') || n || ' ' || marks, ';') AS text
     FROM cohort_day GROUP BY cohort_id`,
  )
  const skipped = skippedOfCohorts.get(db, '', () => readSkipped(db))
  const teachers = teachersRemembered.get(db, '', () => teachersOfCohorts(db))
  const members = membersOfLateCohorts(db)
  const before = daysTaken.get(db)
  const taken = new Map<number, DaysTaken>()
  daysTaken.set(db, taken)
  return cohorts.map(cohort => {
    const { id, startTime, endTime, trainees } = cohort
    const source = { startTime, endTime, trainees, text: days.get(id) ?? '', members: members.get(id) }
    const known = before?.get(id)
    const kept = known && isSame(known.source, source) ? known : { source, days: daysOf(source) }
    taken.set(id, kept)
    const own = kept.days
    const [first, last] = [own[0], own.at(-1)]
    if (!first?.date || !last) throw new Error(`cohort ${cohort.code} has no days`)
    return {
      ...cohort,
      id: cohortId.parse(cohort.id),
      start: first.date,
      end: last.date,
      instructors: teachers.get(cohort.id) ?? [],
      days: own,
      skipped: skipped.get(cohort.id) ?? [],
    }
  })
}

function isSame(one: DaySource, other: DaySource): boolean {
  return (
    one.text === other.text &&
    one.members === other.members &&
    one.trainees === other.trainees &&
    one.startTime === other.startTime &&
    one.endTime === other.endTime
  )
}

function daysOf(source: DaySource): CohortRow['days'] {
  const spans = source.members === undefined ? undefined : (JSON.parse(source.members) as Span[])
  return source.text
    .split(';')
    .map(text => dayOf(text, source, spans))
    .sort((a, b) => a.n - b.n)
}

/** '2024-12-02', then c (closed), h (held) or p (planned), '08:0015:15' or ten spaces, then number and marks: '3 16'. */
function dayOf(
  text: string,
  { startTime, endTime, trainees }: DaySource,
  spans: readonly Span[] | undefined,
): CohortRow['days'][number] {
  const space = text.indexOf(' ', 22)
  const [n, marks] = [Number(text.slice(21, space)), Number(text.slice(space + 1))]
  const hasTimes = text[11] !== ' '
  const present = spans && marks < trainees ? spans.filter(([from, to]) => from <= n && n <= to).length : trainees
  return {
    n,
    date: text.slice(0, 10) as PlainDate,
    startTime: hasTimes ? text.slice(11, 16) : startTime,
    endTime: hasTimes ? text.slice(16, 21) : endTime,
    held: text[10] !== 'p',
    complete: present > 0 && marks >= present,
    closed: text[10] === 'c',
  }
}

function readSkipped(db: ReadDatabase): Map<number, Skipped[]> {
  const texts = db.all<{ id: number; text: string }>(
    `SELECT cohort_id AS id, group_concat(date || kind || char(31) || reason, char(30)) AS text
     FROM cohort_skip GROUP BY cohort_id`,
  )
  return new Map(texts.map(({ id, text }) => [id, skippedOf(text)]))
}

function skippedOf(text: string): Skipped[] {
  return text
    .split('\x1e')
    .map(one => {
      const end = one.indexOf('\x1f')
      return {
        date: one.slice(0, 10) as PlainDate,
        kind: one.slice(10, end) as Skipped['kind'],
        reason: one.slice(end + 1),
      }
    })
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

function textsByCohort(db: ReadDatabase, sql: string): Map<number, string> {
  return textsOf.get(
    db,
    sql,
    () => new Map(db.all<{ id: number; text: string }>(sql).map(({ id, text }) => [id, text])),
  )
}

/** Names by cohort, in teaching order. Most cohorts have one. */
function teachersOfCohorts(db: ReadDatabase): Map<number, string[]> {
  const found = new Map<number, string[]>()
  const several: number[] = []
  const rows = db.all<{ id: number; name: string; more: 0 | 1 }>(
    `SELECT own.id, name, own.first < own.last AS more FROM (
       SELECT cohort_id AS id, min(instructor_id) AS first, max(instructor_id) AS last
       FROM cohort_day CROSS JOIN teaching ON teaching.day_id = cohort_day.id GROUP BY cohort_id
     ) AS own CROSS JOIN instructor ON instructor.id = own.first`,
  )
  for (const { id, name, more } of rows) {
    if (more === 1) several.push(id)
    else found.set(id, [name])
  }
  for (const { id, name } of db.all<{ id: number; name: string }>(
    `SELECT cohort_day.cohort_id AS id, instructor.name FROM json_each(?) AS asked
     CROSS JOIN cohort_day ON cohort_day.cohort_id = asked.value CROSS JOIN teaching ON teaching.day_id = cohort_day.id
     CROSS JOIN instructor ON instructor.id = instructor_id
     GROUP BY cohort_day.cohort_id, instructor_id ORDER BY cohort_day.cohort_id, min(n * 100 + position)`,
    [JSON.stringify(several)],
  ))
    found.set(id, [...new Set(found.get(id)).add(name)])
  return found
}

/** First and last day of each member as JSON, for cohorts where people joined late or left. */
function membersOfLateCohorts(db: ReadDatabase): Map<number, string> {
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

/** Dates of cohorts by code, for data that belongs to them. */
export function spansOfCohorts(db: ReadDatabase): Map<string, CohortSpan> {
  return new Map(db.all<CohortSpan>(`SELECT ${spanColumns}`).map(row => [row.code, row]))
}
