import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { WaitingPapers } from '../../../../shared/features/cohort/waiting-papers.ts'
import type { HomeOverview } from '../../../../shared/features/home/contract.ts'
import type { FirstSteps } from '../../../../shared/features/home/first-steps.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered, type WrittenRows } from '../../database/remembered.ts'
import { stateOfCertificate } from '../certificate/register/book-store.ts'
import { countedPeople } from '../trainee/import-batch-store.ts'

type WaitingClass = WaitingPapers & {
  code: string
  title: string
  year: number
  heldOn: PlainDate
}

const waiting = new Remembered<WaitingClass[]>(1, { byTables: true })

/** Decided cohorts in which people entitled to a paper have none. */
export function waitingPapers(db: ReadDatabase): WaitingClass[] {
  return waiting.get(db, '', () => readWaitingPapers(db))
}

function readWaitingPapers(db: ReadDatabase): WaitingClass[] {
  return db.all(
    `SELECT cohort.code, cohort.title, cohort.year, held_on AS heldOn, sum(decision = 'passed') AS certificates,
       sum(decision = 'failed') AS statements
     FROM panel_decision CROSS JOIN panel ON panel.cohort_id = panel_decision.cohort_id
     CROSS JOIN cohort ON cohort.id = panel.cohort_id
     WHERE decision IN ('passed', 'failed') AND cohort.cancelled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM certificate WHERE certificate.enrolment_id = panel_decision.enrolment_id)
     GROUP BY cohort.id`,
  )
}

type OutdatedName = {
  id: number
  traineeId: number
  enrolmentId: number
  kind: CertificateKind
  number: string
  name: string
  nameNow: string
}

const mostOutdated = 50

/**
 * Joins every paper with its person: 30 ms at ten years, for the most used page. Cached, because most acts change neither; after one that does, only
 * its rows are checked.
 */
const outdated = new Remembered<OutdatedName[]>(1, {
  byTables: true,
  renew: {
    tables: ['trainee', 'enrolment', 'certificate'],
    of(db, names, rows) {
      // A row that was cut by the limit may move up.
      if (names.length === mostOutdated) return null
      const within = (table: string, id: number) => rows.get(table)?.some(([from, to]) => from <= id && id <= to)
      const isWritten = (one: OutdatedName) =>
        within('trainee', one.traineeId) || within('enrolment', one.enrolmentId) || within('certificate', one.id)
      const now = new Map(names.filter(one => !isWritten(one)).map(one => [one.id, one]))
      for (const one of outdatedAmong(db, rows)) now.set(one.id, one)
      return [...now.values()].sort((a, b) => b.id - a.id).slice(0, mostOutdated)
    },
  },
})

/** Valid papers with a former name of their holder, to be replaced. */
export function outdatedNames(db: ReadDatabase): OutdatedName[] {
  return outdated.get(db, '', () => readOutdatedNames(db))
}

const outdatedColumns = `certificate.id, trainee.id AS traineeId, enrolment.id AS enrolmentId, kind, certificate.number,
  certificate.holder AS name, trainee.name AS nameNow`
const isOutdated = `certificate.holder <> trainee.name AND ${stateOfCertificate} = 'valid'
  AND trainee.id NOT IN (SELECT trainee_id FROM closed_trainee)`

function readOutdatedNames(db: ReadDatabase): OutdatedName[] {
  return db.all(
    `SELECT ${outdatedColumns}
     FROM certificate INDEXED BY certificate_book CROSS JOIN enrolment ON enrolment.id = certificate.enrolment_id
     CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
     WHERE ${isOutdated} ORDER BY certificate.id DESC LIMIT ${mostOutdated}`,
  )
}

function outdatedAmong(db: ReadDatabase, rows: WrittenRows): OutdatedName[] {
  const written = (table: string) => [JSON.stringify(rows.get(table) ?? [])]
  return [
    ...db.all<OutdatedName>(
      `SELECT ${outdatedColumns}
       FROM json_each(?) AS written CROSS JOIN trainee ON trainee.id BETWEEN written.value ->> 0 AND written.value ->> 1
       CROSS JOIN enrolment ON enrolment.trainee_id = trainee.id CROSS JOIN certificate ON certificate.enrolment_id = enrolment.id
       WHERE ${isOutdated}`,
      written('trainee'),
    ),
    ...db.all<OutdatedName>(
      `SELECT ${outdatedColumns}
       FROM json_each(?) AS written CROSS JOIN enrolment ON enrolment.id BETWEEN written.value ->> 0 AND written.value ->> 1
       CROSS JOIN certificate ON certificate.enrolment_id = enrolment.id CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
       WHERE ${isOutdated}`,
      written('enrolment'),
    ),
    ...db.all<OutdatedName>(
      `SELECT ${outdatedColumns}
       FROM json_each(?) AS written CROSS JOIN certificate ON certificate.id BETWEEN written.value ->> 0 AND written.value ->> 1
       CROSS JOIN enrolment ON enrolment.id = certificate.enrolment_id CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
       WHERE ${isOutdated}`,
      written('certificate'),
    ),
  ]
}

/** Classes that meet between two days, with their days in it; by first day. */
export function classesBetween(db: ReadDatabase, first: PlainDate, last: PlainDate): HomeOverview['weeks']['classes'] {
  const rows = db.all<{
    code: string
    title: string
    end: PlainDate
    n: number
    date: PlainDate
    closed: 0 | 1
    marked: 0 | 1
  }>(
    `SELECT code, title, (SELECT max(date) FROM cohort_day AS own WHERE own.cohort_id = cohort.id) AS "end", n, date,
       closed_at IS NOT NULL AS closed, marks > 0 AS marked
     FROM cohort_day CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE date BETWEEN ? AND ? AND cancelled_at IS NULL ORDER BY date, cohort.code`,
    [first, last],
  )
  return [...Map.groupBy(rows, row => row.code).values()].flatMap(days => {
    const [one] = days
    if (!one) return []
    const { code, title, end } = one
    return [
      {
        code,
        title,
        end,
        days: days.map(({ n, date, closed, marked }) => ({ n, date, closed: closed === 1, marked: marked === 1 })),
      },
    ]
  })
}

/** Setup steps done, by existing data; backups are outside of the database. */
export function firstSteps(db: ReadDatabase, today: PlainDate): Omit<FirstSteps, 'backup'> {
  const counts = db.get<Omit<FirstSteps, 'backup'>>(
    `SELECT (SELECT count(*) FROM centre WHERE address <> '') AS centre,
       (SELECT count(*) FROM centre WHERE logo IS NOT NULL) AS logo,
       (SELECT count(*) FROM officer WHERE valid_from <= $today AND (valid_until IS NULL OR valid_until >= $today)) AS officer,
       (SELECT count(*) FROM room WHERE active = 1) AS room,
       (SELECT count(*) FROM program WHERE active = 1 AND id IN (SELECT program_id FROM program_unit)) AS program,
       (SELECT count(DISTINCT instructor_id) FROM credential WHERE issued <= $today AND valid_until >= $today) AS instructor,
       ${countedPeople} AS trainee,
       (SELECT count(*) FROM cohort) AS cohort`,
    { today },
  )
  if (!counts) throw new Error('a SELECT of counts has one row')
  return counts
}

/** The next date with a class. */
export function nextMeeting(db: ReadDatabase, after: PlainDate): PlainDate | null {
  const row = db.get<{ date: PlainDate }>(
    `SELECT date FROM cohort_day CROSS JOIN cohort ON cohort.id = cohort_day.cohort_id
     WHERE date > ? AND cancelled_at IS NULL ORDER BY date LIMIT 1`,
    [after],
  )
  return row?.date ?? null
}

export function countCohorts(db: ReadDatabase): number {
  return db.value('SELECT count(*) FROM cohort WHERE cancelled_at IS NULL')
}
