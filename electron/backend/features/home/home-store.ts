import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { HomeOverview } from '../../../../shared/features/home/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { Remembered } from '../../database/remembered.ts'
import { stateOfCertificate } from '../certificate/register/register-store.ts'

type WaitingPapers = {
  code: string
  title: string
  year: number
  heldOn: PlainDate
  certificates: number
  statements: number
}

/** What decided cohorts still owe: people who passed or failed and have no paper. One in which nobody is entitled owes nothing. */
export function waitingPapers(db: ReadDatabase): WaitingPapers[] {
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

type OutdatedName = { id: number; kind: CertificateKind; number: string; name: string; nameNow: string }

/** Every paper there is beside its person: 30 ms at ten years, for the page that everybody opens first. */
const outdated = new Remembered<OutdatedName[]>(1)

/** Papers that hold and carry a name that their holder bears no more: they are to be replaced. */
export function outdatedNames(db: ReadDatabase): OutdatedName[] {
  return outdated.get(db, '', () => readOutdatedNames(db))
}

function readOutdatedNames(db: ReadDatabase): OutdatedName[] {
  return db.all(
    `SELECT certificate.id, kind, certificate.number, certificate.holder AS name, trainee.name AS nameNow
     FROM certificate INDEXED BY certificate_book CROSS JOIN enrolment ON enrolment.id = certificate.enrolment_id
     CROSS JOIN trainee ON trainee.id = enrolment.trainee_id
     WHERE certificate.holder <> trainee.name AND ${stateOfCertificate} = 'valid'
       AND trainee.id NOT IN (SELECT trainee_id FROM closed_trainee)
     ORDER BY certificate.id DESC LIMIT 50`,
  )
}

/** Every class that meets between two days, with all days of it that lie there; the first to begin first. */
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
