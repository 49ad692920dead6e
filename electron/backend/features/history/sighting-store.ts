import type { BreachQuestion } from '../../../../shared/features/history/contract.ts'
import { addDays } from '../../../../shared/kernel/plain-date.ts'
import { auditValues } from '../../database/audit.ts'
import type { ReadDatabase } from '../../database/connection.ts'

const mostSeen = 1000

type Sighting = { at: string; operator: string; desk: string; operation: string }

/** Who opened, printed or exported data of this person, latest first; includes people merged into this one. */
export function sightingsOf(db: ReadDatabase, traineeId: number): Sighting[] {
  return db.all<Sighting>(
    `SELECT at, operator, desk, operation FROM audit
     WHERE id IN (SELECT audit_id FROM seen_person WHERE trainee_id = @traineeId
       OR trainee_id IN (SELECT away_id FROM trainee_merge WHERE survivor_id = @traineeId))
     ORDER BY id DESC LIMIT @mostSeen`,
    { traineeId, mostSeen },
  )
}

type SeenAct = Sighting & { id: number; columns: string[] }

export function actsThatShowed(
  db: ReadDatabase,
  { operator, desk, from, until }: Omit<BreachQuestion, 'knownAt'>,
): SeenAct[] {
  return db
    .all<Omit<SeenAct, 'columns'> & { after: string | null }>(
      `SELECT id, at, operator, desk, operation, after FROM audit
       WHERE act IS NULL AND at >= @from AND at < @to
         AND EXISTS (SELECT 1 FROM seen_person WHERE audit_id = audit.id)
         AND (@operator IS NULL OR operator = @operator) AND (@desk IS NULL OR desk = @desk) ORDER BY at, id`,
      { operator, desk, from, to: addDays(until, 1) },
    )
    .map(({ after, ...act }) => {
      const { columns } = auditValues(after)
      return { ...act, columns: Array.isArray(columns) ? columns.map(String) : [] }
    })
}

export function peopleSeenIn(db: ReadDatabase, acts: readonly number[]): { act: number; traineeId: number }[] {
  return db.all<{ act: number; traineeId: number }>(
    'SELECT audit_id AS act, trainee_id AS traineeId FROM seen_person WHERE audit_id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(acts)],
  )
}

export type AffectedPerson = { id: number; name: string; nik: string; phone: string; address: string; email: string }

/** Contact data of known people; anonymised ones have none. */
export function affectedPeople(db: ReadDatabase, ids: readonly number[]): AffectedPerson[] {
  return db.all<AffectedPerson>(
    `SELECT id, name, nik, phone, address, email FROM trainee WHERE id IN (SELECT value FROM json_each(?)) ORDER BY name, id`,
    [JSON.stringify(ids)],
  )
}
