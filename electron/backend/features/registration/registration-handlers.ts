import type { Program } from '../../../../shared/features/program/contract.ts'
import type { registrationContract } from '../../../../shared/features/registration/contract.ts'
import type { RegistrationDraft } from '../../../../shared/features/registration/registration.ts'
import { registrationDraft } from '../../../../shared/features/registration/registration.ts'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'
import { registrationId } from '../../../../shared/ids.ts'
import { rowName } from '../../../../shared/kernel/row-name.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found, foundIn } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { findActivity } from '../activity/activity-store.ts'
import { spansOfCohorts } from '../cohort/cohort-list-store.ts'
import { getCohort } from '../cohort/cohort-store.ts'
import { cellsOfRow, joinForm, resolveCells } from '../desk/join-record.ts'
import { findProgram } from '../program/program-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import {
  type ApplicantRecord,
  applicantsOf,
  deleteApplicant,
  firstPriority,
  insertApplicant,
  registrationOfApplicant,
  writeResults,
} from './applicant-store.ts'
import { readRegistration } from './read-registration.ts'
import { statusOf } from './read-selection.ts'
import { listRegistrations } from './registration-list-store.ts'
import {
  draftOf,
  getRegistration,
  insertRegistration,
  type RegistrationRecord,
  titleTaken,
  updateRegistration,
} from './registration-store.ts'

type RegistrationHandlers = Pick<
  Handlers<typeof registrationContract>,
  'list' | 'get' | 'save' | 'apply' | 'removeApplicant' | 'saveResults'
>

export const registrationHandlers: RegistrationHandlers = {
  list({ db, today }) {
    const cohorts = spansOfCohorts(db)
    return listRegistrations(db).map(({ stipulated, enrolled, cohortCode, ...row }) => {
      const cohort = cohortCode === null ? undefined : cohorts.get(cohortCode)
      return {
        ...row,
        status: statusOf({ ...row, stipulated: stipulated === 1, enrolled: enrolled > 0 }, today),
        cohort: cohort ? { code: cohort.code, title: cohort.title, start: cohort.start, status: cohort.status } : null,
      }
    })
  },

  get: readRegistration,

  save({ db, record }, { id, registration: mine, seen }) {
    const stored = id === null ? null : draftOf(getRegistration(db, id))
    const form = { entity: 'registration', id, schema: registrationDraft, seen, stored, mine }
    const { values: draft, joined } = joinForm(db, form)
    const program = found(findProgram(db, draft.programId), 'program')
    const cohortId = cohortFor(db, draft, program)
    if (draft.keptActivityId !== null) assertOfYear(db, draft.keptActivityId, draft.year)
    if (titleTaken(db, draft, id))
      throw new DomainError({ code: 'name_taken', entity: 'registration', name: draft.title })
    if (id === null) {
      const created = registrationId.parse(insertRegistration(db, draft, cohortId))
      record('registration', created, null, draft)
      return { id: created, joined }
    }
    const before = getRegistration(db, id)
    assertOpen(before)
    const outside = applicantsOf(db, id).filter(
      one => one.registeredOn < draft.opens || one.registeredOn > draft.closes,
    )
    const [first] = outside
    if (first)
      throw new DomainError({ code: 'applicants_outside_window', date: first.registeredOn, count: outside.length })
    updateRegistration(db, id, draft, cohortId)
    record('registration', id, draftOf(before), draft)
    return { id, joined }
  },

  apply({ db, today, record }, { id, on, traineeIds }) {
    const registration = getRegistration(db, id)
    assertOpen(registration)
    const { opens, closes } = registration
    if (on > today) throw new DomainError({ code: 'registered_in_future', date: on })
    if (on < opens || on > closes) throw new DomainError({ code: 'registration_not_open', date: on, opens, closes })
    const present = applicantsOf(db, id)
    const seen = new Set<number>(present.map(one => one.traineeId))
    let number = present.reduce((most, one) => Math.max(most, one.number), 0)
    for (const traineeId of traineeIds) {
      const { name } = found(findTrainee(db, traineeId), 'trainee')
      assertUsable(db, traineeId)
      if (seen.has(traineeId))
        throw new DomainError({ code: 'applied_already', name, registration: registration.title })
      seen.add(traineeId)
      number += 1
      const priority = firstPriority(db, traineeId)
      insertApplicant(db, { registrationId: id, traineeId, number, registeredOn: on, priority })
    }
    record('registration', id, null, { applied: traineeIds, on })
    return { applied: traineeIds.length }
  },

  removeApplicant({ db, record }, { applicantId }) {
    const id = registrationOfApplicant(db, applicantId)
    assertOpen(getRegistration(db, id))
    const applicant = foundIn(applicantsOf(db, id), one => one.id === applicantId, 'applicant')
    const { results, events, name } = applicant
    if (Object.values(results).some(result => result !== null) || events.length > 0)
      throw new DomainError({ code: 'applicant_has_results', name })
    deleteApplicant(db, applicantId)
    record('applicant', applicantId, { traineeId: applicant.traineeId, registrationId: id }, null)
  },

  saveResults(scope, { id, entries, seen, chosen }) {
    const { db, record } = scope
    const registration = getRegistration(db, id)
    assertOpen(registration)
    const applicants = applicantsOf(db, id)
    const numbered = applicants.map(({ name, number }) => ({ name, position: number }))
    const nameOf = ({ name, number }: ApplicantRecord) => rowName({ name, position: number }, numbered)
    const cells = entries.flatMap(entry => {
      const applicant = foundIn(applicants, one => one.id === entry.applicantId, 'applicant')
      return cellsOfRow(resultFields, {
        row: nameOf(applicant),
        history: [{ entity: 'applicant', id: entry.applicantId }],
        saw: seen?.find(one => one.applicantId === entry.applicantId),
        theirs: resultsOf(applicant),
        mine: entry,
        rowIn: facts => facts,
      })
    })
    const stays = resolveCells(scope, cells, chosen)
    for (const entry of entries) {
      const applicant = foundIn(applicants, one => one.id === entry.applicantId, 'applicant')
      assertStages(registration, entry)
      for (const field of resultFields) if (stays(nameOf(applicant), field)) delete entry[field]
      if (applicant.progress.withdrawn) throw new DomainError({ code: 'gave_up_already', name: applicant.name })
      writeResults(db, entry)
      const { applicantId, ...after } = entry
      record('applicant', applicantId, resultsOf(applicant), after)
    }
  },
}

const resultFields = ['priority', 'administration', 'test', 'interview'] as const

function resultsOf({ priority, results }: ApplicantRecord) {
  return { priority, administration: results.ADMINISTRATION, test: results.TEST, interview: results.INTERVIEW }
}

const stageOfField = { administration: 'ADMINISTRATION', test: 'TEST', interview: 'INTERVIEW' } as const

function assertStages({ stages }: RegistrationRecord, entry: object): void {
  for (const [field, kind] of Object.entries(stageOfField)) {
    if (field in entry && !stages.some(stage => stage.kind === kind))
      throw new DomainError({ code: 'stage_not_held', stage: stageName(kind).toLowerCase() })
  }
}

/** @throws DomainError selection_decided */
function assertOpen({ stipulation }: RegistrationRecord): void {
  if (stipulation) throw new DomainError({ code: 'selection_decided' })
}

/** @throws DomainError not_found, cohort_cancelled, class_of_other_program */
function cohortFor(db: ReadDatabase, { cohortCode }: RegistrationDraft, program: Program): number | null {
  if (cohortCode === null) return null
  const cohort = getCohort(db, cohortCode)
  if (cohort.cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: cohort.title })
  if (cohort.programId !== program.id)
    throw new DomainError({ code: 'class_of_other_program', cohort: cohort.title, program: program.title })
  return cohort.id
}

/** An activity of another year says nothing about this one. @throws DomainError not_found */
function assertOfYear(db: ReadDatabase, activityId: number, year: number): void {
  const activity = findActivity(db, activityId)
  if (activity?.budgetYear !== year) throw new DomainError({ code: 'not_found', entity: 'activity' })
}
