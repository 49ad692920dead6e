import { holdsPlace } from '../../../../shared/features/registration/applicant-state.ts'
import type { registrationContract } from '../../../../shared/features/registration/contract.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope, Handlers } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import { type CohortRecord, getCohort } from '../cohort/cohort-store.ts'
import { enrolTrainees } from '../cohort/enrol-trainees.ts'
import {
  type ApplicantRecord,
  insertEvent,
  registrationOfApplicant,
  saveOverride,
  saveTiePosition,
} from './applicant-store.ts'
import { readSelection, type Selection, vacanciesOf } from './read-selection.ts'
import {
  assignCohort,
  deleteStipulation,
  getRegistration,
  type RegistrationRecord,
  registrationsOfCohort,
} from './registration-store.ts'
import { stipulateSelection } from './stipulate-selection.ts'

type PlaceHandlers = Pick<
  Handlers<typeof registrationContract>,
  'decideTie' | 'override' | 'stipulate' | 'reopen' | 'record' | 'promote' | 'enrol' | 'reserveOffers'
>

export const placeHandlers: PlaceHandlers = {
  decideTie({ db, record }, { id, applicantIds, reason }) {
    const registration = getRegistration(db, id)
    if (registration.stipulation) throw new DomainError({ code: 'selection_decided' })
    const { ties, people } = readSelection(db, registration)
    const members = new Set<number>(applicantIds)
    const tie = ties.find(one => one.ids.length === applicantIds.length && one.ids.every(member => members.has(member)))
    if (!tie) throw new DomainError({ code: 'not_a_tie' })
    for (const [index, applicantId] of applicantIds.entries()) {
      const before = people.get(applicantId)
      saveTiePosition(db, applicantId, index + 1, reason)
      const after = { tiePosition: index + 1, reason }
      record('applicant', applicantId, { tiePosition: before?.tiePosition, reason: before?.tieReason }, after)
    }
  },

  override({ db, record }, { applicantId, decision, reason }) {
    const { registration, person } = applicantIn(db, applicantId)
    if (registration.stipulation) throw new DomainError({ code: 'selection_decided' })
    if (person.progress.withdrawn) throw new DomainError({ code: 'gave_up_already', name: person.name })
    saveOverride(db, applicantId, decision, reason)
    const before = { override: person.override, reason: person.overrideReason }
    record('applicant', applicantId, before, { override: decision, reason })
  },

  stipulate: stipulateSelection,

  reopen({ db, record }, { id, reason }) {
    const registration = getRegistration(db, id)
    if (!registration.stipulation) throw new DomainError({ code: 'selection_not_decided' })
    const count = [...readSelection(db, registration).people.values()].filter(one =>
      one.events.some(event => event.kind === 'RE_REGISTERED' || event.kind === 'PROMOTED'),
    ).length
    if (count > 0) throw new DomainError({ code: 'people_registered_again', count })
    deleteStipulation(db, id)
    record('registration', id, { stipulated: true, ...registration.stipulation }, { stipulated: false, reason })
  },

  record(scope, { applicantId, kind, reason }) {
    const { registration, person, people, decision } = applicantIn(scope.db, applicantId)
    const { progress, name } = person
    if (progress.enrolled) {
      const cohort = registration.cohortCode ? getCohort(scope.db, registration.cohortCode).title : ''
      throw new DomainError({ code: 'in_class_already', name, cohort })
    }
    if (kind === 'WITHDRAWN' && progress.withdrawn) throw new DomainError({ code: 'gave_up_already', name })
    if (kind === 'WITHDRAWN' && reason === '') throw new DomainError({ code: 'reason_wanted' })
    if (kind === 'WITHDRAWAL_UNDONE') {
      if (!progress.withdrawn) throw new DomainError({ code: 'not_given_up', name })
      const by = people.find(one => one.events.some(event => event.replaces === applicantId))
      if (by) throw new DomainError({ code: 'place_taken', name, by: by.name })
    }
    if (kind === 'RE_REGISTERED') {
      if (!registration.stipulation) throw new DomainError({ code: 'selection_not_decided' })
      if (progress.withdrawn) throw new DomainError({ code: 'gave_up_already', name })
      if (!holdsPlace(progress, decision)) throw new DomainError({ code: 'no_place', name })
      if (progress.reRegistered) return
    }
    if (kind === 'RE_REGISTRATION_UNDONE' && !progress.reRegistered)
      throw new DomainError({ code: 'not_given_up', name })
    write(scope, person, kind, reason)
  },

  promote(scope, { applicantId, repeatReason }) {
    const { registration, person, selection } = applicantIn(scope.db, applicantId)
    const vacancies = vacanciesOf(scope.db, registration, selection)
    if (vacancies.tooLate)
      throw new DomainError({ code: 'reserve_too_late', untilDay: getRules(scope.db).reserveUntilDay })
    const given = selection.people.get(vacancies.given[0] ?? 0)
    if (!given || vacancies.next === null) throw new DomainError({ code: 'nothing_vacant' })
    if (vacancies.next !== applicantId) {
      const first = selection.people.get(vacancies.next)?.name ?? ''
      throw new DomainError({ code: 'other_reserve_first', name: person.name, first })
    }
    write(scope, person, 'PROMOTED', `menggantikan ${given.name}`, given.id)
    // The reserve of a person who was in the class is enrolled at once.
    if (given.enrolment === null || registration.cohortCode === null) return { name: person.name, cohort: null }
    const cohort = getCohort(scope.db, registration.cohortCode)
    write(scope, person, 'RE_REGISTERED', '')
    putInCohort(scope, cohort, [person], repeatReason)
    return { name: person.name, cohort: cohort.title }
  },

  enrol(scope, { id, code, repeatReason }) {
    const registration = getRegistration(scope.db, id)
    if (!registration.stipulation) throw new DomainError({ code: 'selection_not_decided' })
    const cohort = getCohort(scope.db, code)
    if (cohort.programId !== registration.programId)
      throw new DomainError({ code: 'class_of_other_program', cohort: cohort.title, program: registration.program })
    const people = inOrder(readSelection(scope.db, registration))
    const inOther = people.find(one => one.progress.enrolled && registration.cohortCode !== code)
    if (inOther)
      throw new DomainError({ code: 'in_class_already', name: inOther.name, cohort: registration.cohortCode ?? '' })
    if (!people.some(isWaiting)) throw new DomainError({ code: 'nobody_registered_again' })
    if (registration.cohortCode !== code) {
      assignCohort(scope.db, id, cohort.id)
      scope.record('registration', id, { cohortCode: registration.cohortCode }, { cohortCode: code })
    }
    // Read again: a person enrolled by hand is already in the class.
    const waiting = inOrder(readSelection(scope.db, getRegistration(scope.db, id))).filter(isWaiting)
    if (waiting.length > 0) putInCohort(scope, cohort, waiting, repeatReason)
    return { enrolled: waiting.length, cohort: cohort.title }
  },

  reserveOffers({ db }, { code }) {
    return registrationsOfCohort(db, getCohort(db, code).id).flatMap(registration => {
      const selection = readSelection(db, registration)
      const { given, next } = vacanciesOf(db, registration, selection)
      const person = selection.people.get(next ?? 0)
      const gone = selection.people.get(given[0] ?? 0)
      const reserve = selection.rows.find(row => row.id === next)?.reserve
      if (!person || !gone || !reserve) return []
      return [{ registrationId: registration.id, given: gone.name, applicantId: person.id, name: person.name, reserve }]
    })
  },
}

function inOrder({ rows, people }: Selection): ApplicantRecord[] {
  return rows.flatMap(row => people.get(row.id) ?? [])
}

function isWaiting({ progress }: ApplicantRecord): boolean {
  return progress.reRegistered && !progress.enrolled && !progress.withdrawn
}

function applicantIn(db: CommandScope['db'], applicantId: number) {
  const registration: RegistrationRecord = getRegistration(db, registrationOfApplicant(db, applicantId))
  const selection = readSelection(db, registration)
  const person = found(selection.people.get(applicantId), 'applicant')
  const row = selection.rows.find(one => one.id === applicantId)
  const decision = registration.stipulation ? (row?.decision ?? null) : null
  return { registration, selection, person, people: [...selection.people.values()], decision }
}

/** Enrols by the rules of the class; errors name the person. */
function putInCohort(
  scope: CommandScope,
  cohort: CohortRecord,
  people: readonly ApplicantRecord[],
  repeatReason: string | null,
): void {
  const traineeIds = people.map(one => one.traineeId)
  enrolTrainees(scope, cohort, traineeIds, repeatReason)
  scope.record('enrolment', cohort.code, null, { traineeIds, ...(repeatReason === null ? {} : { repeatReason }) })
  for (const person of people) write(scope, person, 'ENROLLED', '')
}

function write(
  { db, at, operator, record }: CommandScope,
  { id: applicantId, events }: ApplicantRecord,
  kind: Parameters<typeof insertEvent>[1]['kind'],
  reason: string,
  replaces: number | null = null,
): void {
  insertEvent(db, { applicantId, kind, reason, replaces, at, by: operator.name })
  record('applicant', applicantId, { last: events.at(-1)?.kind ?? null }, { last: kind, reason, replaces })
}
