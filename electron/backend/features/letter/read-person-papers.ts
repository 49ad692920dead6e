import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import { emptyPerson, type PersonPaperFacts } from '../../../../shared/facts/person-facts.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { dateRange } from '../../../../shared/kernel/plain-date.ts'
import { DomainError } from '../../domain-error.ts'
import { cohortTitle } from '../../paper-kit/cohort-format.ts'
import type { QueryScope } from '../../scope.ts'
import { centreFacts, dataOfficerOf, listOfficers, officersOn } from '../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { cohortFacts } from '../graduation/cohort-facts-store.ts'
import { personFacts } from '../trainee/person-facts-store.ts'
import { newestCohortOf, personLetters } from './letter-facts-store.ts'

/** About the latest class of the person, or training at the centre if there is none. */
export function factsOfPerson(scope: QueryScope, traineeId: TraineeId): PersonPaperFacts {
  const { db, today, at } = scope
  const code = newestCohortOf(db, traineeId)
  if (code !== undefined) {
    const cohort = getCohort(db, code)
    return peopleOfCohort(scope, cohort, cohortFacts(db, scope, cohort), traineeId)
  }
  const [head] = [...officersOn(db, today), ...listOfficers(db)]
  if (!head) throw new DomainError({ code: 'not_found', entity: 'officer' })
  return {
    centre: centreFacts(db),
    head,
    course: 'yang diselenggarakan balai',
    period: '',
    reference: '',
    people: [personFacts(db, traineeId)],
    letters: personLetters(db),
    ...dataOfficer(db),
    signedOn: today,
    printedAt: at.slice(0, 16),
  }
}

/** Members who have not left, or the given person; an empty form if there is nobody. */
export function peopleOfCohort(
  { db }: QueryScope,
  cohort: CohortRecord,
  cohortFacts: CohortFacts,
  traineeId: TraineeId | null,
): PersonPaperFacts {
  const { centre, head, cohort: facts, days, preparedOn, printedAt } = cohortFacts
  const members = traineesOfCohort(db, cohort.id).filter(one =>
    traineeId === null ? one.left === null : one.traineeId === traineeId,
  )
  if (traineeId !== null && members.length === 0) throw new DomainError({ code: 'not_found', entity: 'enrolment' })
  return {
    centre,
    head,
    course: cohortTitle(facts),
    period: dateRange(facts.start, facts.end),
    reference: facts.code,
    people:
      members.length === 0
        ? [emptyPerson]
        : members.map(one => {
            // A person who joined late signed on that day.
            const joined = one.joinedDay > 1 ? days[one.joinedDay - 1]?.date : undefined
            return { ...personFacts(db, one.traineeId), ...(joined ? { signedOn: joined } : {}) }
          }),
    letters: personLetters(db),
    ...dataOfficer(db),
    signedOn: preparedOn,
    printedAt,
  }
}

/** Left out if there is no officer, so that earlier papers do not count as changed. */
export function dataOfficer(db: QueryScope['db']): Pick<PersonPaperFacts, 'dataOfficer'> {
  const named = dataOfficerOf(db)
  return named === '' ? {} : { dataOfficer: named }
}
