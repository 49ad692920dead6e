import { foldName } from '../../../../shared/features/trainee/name/name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { assertTraineeFree } from '../cohort/check-free-days.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import {
  type Holder,
  membershipsOf,
  type NamedPaper,
  sharedCohort,
  sharedRegistration,
  standingAids,
} from './obstacle-store.ts'

/**
 * What makes merging impossible: both in the same class or registration, both with an aid, classes at the same time, frozen data.
 * @throws DomainError person_frozen, person_anonymised, both_in_class, both_have_aid, both_in_registration, trainee_busy
 */
export function assertMergeable(db: ReadDatabase, survivor: { id: number; name: string }, awayId: number): void {
  for (const id of [survivor.id, awayId]) assertUsable(db, id)
  const cohort = sharedCohort(db, survivor.id, awayId)
  if (cohort !== undefined) throw new DomainError({ code: 'both_in_class', cohort })
  const aids = standingAids(db, survivor.id, awayId)
  if (aids.length > 1) throw new DomainError({ code: 'both_have_aid', years: aids })
  const registration = sharedRegistration(db, survivor.id, awayId)
  if (registration !== undefined) throw new DomainError({ code: 'both_in_registration', registration })
  for (const { cohortId, joinedDay, leftAfterDay } of membershipsOf(db, awayId)) {
    const left = leftAfterDay === null ? null : { afterDay: leftAfterDay, kind: 'withdrawn' as const, reason: '' }
    const member = { traineeId: survivor.id, name: survivor.name, joinedDay, left }
    assertTraineeFree(db, member, daysOfCohort(db, cohortId), cohortId)
  }
}

/** Papers that fit their holder now must still fit after the merge, because their data is frozen. @throws DomainError certificate_says */
export function assertPapersKept(papers: readonly NamedPaper[], holder: Holder, next: Holder): void {
  const paper = papers.find(one => isHolder(one, holder) && !isHolder(one, next))
  if (!paper) return
  const { number, name, birthDate } = paper
  throw new DomainError({ code: 'certificate_says', number, name, birthDate })
}

export function isHolder(paper: Holder, person: Holder): boolean {
  return foldName(paper.name) === foldName(person.name) && paper.birthDate === person.birthDate
}
