import { foldName } from '../../../../shared/features/trainee/name.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { assertTraineeFree } from '../cohort/check-free-days.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'

export type Holder = { name: string; birthDate: PlainDate }
type Paper = Holder & { number: string; enrolmentId: number }

/**
 * What stands against two rows becoming one, whatever is chosen: a class and a registration have a person once, nobody sits in two classes
 * at the same hour, and whose data is frozen stays as it is.
 * @throws DomainError person_frozen, person_anonymised, both_in_class, both_in_registration, trainee_busy
 */
export function assertMergeable(db: ReadDatabase, survivor: { id: number; name: string }, awayId: number): void {
  for (const id of [survivor.id, awayId]) assertUsable(db, id)
  const both = db.get<{ title: string }>(
    `SELECT cohort.title FROM enrolment JOIN enrolment AS other ON other.cohort_id = enrolment.cohort_id
     JOIN cohort ON cohort.id = enrolment.cohort_id WHERE enrolment.trainee_id = ? AND other.trainee_id = ? LIMIT 1`,
    [survivor.id, awayId],
  )
  if (both) throw new DomainError({ code: 'both_in_class', cohort: both.title })
  const registered = db.get<{ title: string }>(
    `SELECT title FROM applicant JOIN applicant AS other USING (registration_id) JOIN registration ON registration.id = registration_id
     WHERE applicant.trainee_id = ? AND other.trainee_id = ? LIMIT 1`,
    [survivor.id, awayId],
  )
  if (registered) throw new DomainError({ code: 'both_in_registration', registration: registered.title })
  const places = db.all<{ cohortId: number; joinedDay: number; leftAfterDay: number | null }>(
    `SELECT cohort_id AS cohortId, joined_day AS joinedDay, left_after_day AS leftAfterDay
     FROM enrolment JOIN cohort ON cohort.id = cohort_id WHERE trainee_id = ? AND cancelled_at IS NULL`,
    [awayId],
  )
  for (const { cohortId, joinedDay, leftAfterDay } of places) {
    const left = leftAfterDay === null ? null : { afterDay: leftAfterDay, kind: 'withdrawn' as const, reason: '' }
    const member = { traineeId: survivor.id, name: survivor.name, joinedDay, left }
    assertTraineeFree(db, member, daysOfCohort(db, cohortId), cohortId)
  }
}

/** Papers issued to somebody, with what they say of their holder. */
export function papersOf(db: ReadDatabase, traineeId: number, after = 0): Paper[] {
  return db.all<Paper>(
    `SELECT number, enrolment_id AS enrolmentId, facts ->> 'name' AS name, facts ->> 'birthDate' AS birthDate
     FROM certificate JOIN enrolment ON enrolment.id = enrolment_id
     WHERE trainee_id = ? AND certificate.id > ? ORDER BY certificate.id`,
    [traineeId, after],
  )
}

/**
 * A paper that names its holder now must name the one who comes in his place: its facts are frozen.
 * @throws DomainError certificate_says
 */
export function assertPapersKept(papers: readonly Paper[], holder: Holder, next: Holder): void {
  const paper = papers.find(one => isHolder(one, holder) && !isHolder(one, next))
  if (!paper) return
  const { number, name, birthDate } = paper
  throw new DomainError({ code: 'certificate_says', number, name, birthDate })
}

export function isHolder(paper: Holder, person: Holder): boolean {
  return foldName(paper.name) === foldName(person.name) && paper.birthDate === person.birthDate
}
