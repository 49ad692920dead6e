import type { RegistrationFacts } from '../../../../shared/facts/registration-facts.ts'
import { DomainError } from '../../domain-error.ts'
import type { QueryScope } from '../../scope.ts'
import { centreFacts, listOfficers, officersOn } from '../centre/centre-store.ts'
import { personFacts } from '../trainee/person-facts-store.ts'
import type { Selection } from './read-selection.ts'
import type { RegistrationRecord } from './registration-store.ts'

/** All data of the papers of a registration, read at once. */
export function registrationFacts(
  { db, today, at }: QueryScope,
  record: RegistrationRecord,
  { rows, people }: Selection,
): RegistrationFacts {
  const { title, program, year, opens, closes, quota, stages, meetings, stipulation } = record
  const officers = [...officersOn(db, today), ...listOfficers(db)]
  const head = stipulation ? officers.find(one => one.id === stipulation.officerId) : officers[0]
  if (!head) throw new DomainError({ code: 'not_found', entity: 'officer' })
  return {
    ...{ title, program, year, opens, closes, quota, stages, meetings },
    centre: centreFacts(db),
    decree: stipulation && { number: stipulation.decreeNumber, date: stipulation.decreeDate },
    applicants: rows.flatMap(({ id, ...ranked }) => {
      const applicant = people.get(id)
      if (!applicant || ranked.standing === 'withdrawn') return []
      return { ...ranked, person: personFacts(db, applicant.traineeId), results: applicant.results }
    }),
    head,
    signedOn: stipulation?.decreeDate ?? today,
    printedAt: at.slice(0, 16),
  }
}
