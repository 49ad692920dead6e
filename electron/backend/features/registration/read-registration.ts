import type { Registration, registrationContract } from '../../../../shared/features/registration/contract.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { InputOf, QueryScope } from '../../scope.ts'
import { findActivity } from '../activity/activity-store.ts'
import { getRules } from '../centre/centre-store.ts'
import { cohortListRow, getCohort } from '../cohort/cohort-store.ts'
import { applicantRows, formatMissing, readSelection, statusOf, vacanciesOf } from './read-selection.ts'
import { getRegistration, type RegistrationRecord } from './registration-store.ts'

type Request = InputOf<typeof registrationContract, 'get'>

/** A registration with its applicants in order, ties, vacancies and decree. @throws DomainError not_found */
export function readRegistration({ db, today }: QueryScope, { id }: Request): Registration {
  const record = getRegistration(db, id)
  const selection = readSelection(db, record)
  const applicants = applicantRows(record, selection)
  const vacancies = vacanciesOf(db, record, selection)
  const activity = record.keptActivityId === null ? undefined : findActivity(db, record.keptActivityId)
  const { cohortId: _, stipulation, ...facts } = record
  return {
    ...facts,
    status: statusOf(
      {
        ...record,
        stipulated: record.stipulation !== null,
        enrolled: [...selection.people.values()].some(one => one.progress.enrolled),
      },
      today,
    ),
    cohort: cohortOf(db, record),
    keptActivity: activity ? { id: activity.id, title: activity.title } : null,
    emptyVillages: record.keptPlaces === 0 || stipulation ? null : selection.emptyVillages.size,
    applicants,
    ties: selection.ties,
    missing: stipulation ? [] : formatMissing(record, selection),
    stipulation: stipulation && withoutOfficer(stipulation),
    vacancies: {
      next: applicants.find(one => one.id === vacancies.next)?.id ?? null,
      tooLate: vacancies.tooLate,
      given: applicants
        .filter(one => vacancies.given.includes(one.id))
        .map(({ id: applicant, name, leftCohort }) => ({
          id: applicant,
          name,
          words: leftCohort
            ? `keluar dari kelas ${leftCohort.afterDay === 0 ? 'sebelum hari ke-1' : `setelah hari ke-${leftCohort.afterDay}`}`
            : 'mengundurkan diri',
        })),
    },
    reserveUntilDay: getRules(db).reserveUntilDay,
  }
}

function cohortOf(db: ReadDatabase, { cohortCode }: RegistrationRecord) {
  if (cohortCode === null) return null
  const { code, title, start, status } = cohortListRow(db, getCohort(db, cohortCode))
  return { code, title, start, status }
}

function withoutOfficer({ officerId: _, ...stipulation }: NonNullable<RegistrationRecord['stipulation']>) {
  return stipulation
}
