import type BetterSqlite from 'better-sqlite3'
import { type AuditRow, appendAct } from '../../../electron/backend/database/audit.ts'
import { WriteDatabase } from '../../../electron/backend/database/connection.ts'
import { cohortCode } from '../../../shared/features/cohort/cohort-code.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import type { ClassPlace } from './class-places.ts'

/** Copies the history of the first class (all acts after `after`) for each other class, as a valid hash chain. */
export function multiplyHistory(raw: BetterSqlite.Database, places: readonly ClassPlace[], after: number): void {
  const db = new WriteDatabase(raw)
  const rows = raw.prepare<[number], AuditRow>('SELECT * FROM audit WHERE id > ? ORDER BY id').all(after)
  const papersOf = raw.prepare<[string], { number: string; holder: string; issuedOn: string }>(
    `SELECT certificate.number, holder, issued_on AS issuedOn FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     JOIN cohort ON cohort.id = cohort_id WHERE code = ? ORDER BY certificate.id`,
  )
  const acts = [...Map.groupBy(rows, row => row.act ?? row.id).values()]
  const firstCode = places[0] ? cohortCode(places[0].trade, places[0].year, places[0].number) : ''
  const firstPapers = papersOf.all(firstCode).map(({ number }) => number)
  for (const place of places.slice(1)) {
    const code = cohortCode(place.trade, place.year, place.number)
    const papers = papersOf.all(code)
    for (const rows of acts) {
      const records = rows.flatMap(row => {
        const paper = row.entity === 'certificate' ? papers[firstPapers.indexOf(row.entity_id ?? '')] : undefined
        // An undecided class has no certificates.
        if (row.entity === 'certificate' && !paper) return []
        const change = row.after === null ? undefined : JSON.parse(row.after)
        return [
          {
            entity: row.entity,
            id: paper?.number ?? row.entity_id?.replace(firstCode, code) ?? null,
            before: row.before === null ? undefined : JSON.parse(row.before),
            after: paper && change?.kind ? { ...change, name: paper.holder, issuedOn: paper.issuedOn } : change,
          },
        ]
      })
      const [first] = rows
      if (!first) continue
      const at = addDays(first.at.slice(0, 10) as PlainDate, place.weeks * 7) + first.at.slice(10)
      appendAct(db, { ...first, at }, records)
    }
  }
}
