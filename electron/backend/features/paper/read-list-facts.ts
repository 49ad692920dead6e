import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { ListFacts, MemberFacts, TeacherFacts } from '../../../../shared/facts/list-facts.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findActivity } from '../activity/activity-store.ts'
import { getPaperRules, officersOn, signatoryOf } from '../centre/centre-store.ts'
import { papersToCollect } from '../certificate/register/collection-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, elementsOfCohort, unitsOfCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { budgetOfCohort, evaluationsOfCohort, supplyOfCohort } from '../provision/budget-store.ts'
import { itemsOfCohort, kitsOfCohort } from '../provision/kit-store.ts'
import { materialsOfCohort } from '../provision/material-store.ts'
import { ratesOf, rateThatCounts } from '../provision/rate-store.ts'
import { scoresOfCohort } from '../score/score-store.ts'
import { teachingFacts } from '../teaching/read-teaching-facts.ts'
import { readTimetable } from '../timetable/read-timetable.ts'
import {
  aidsOfCohort,
  banksOfCohort,
  candidatesOf,
  certificateNumbers,
  meetingsOf,
  payeesOf,
  targetsOfCohort,
} from './class-facts-store.ts'
import { findTeacher, photosOfCohort, selectionOf } from './list-facts-store.ts'

/**
 * Data of lists, receipts and cards besides `facts`, without photos of people (see `withPhotos`) and documentation photos, which are in the data
 * folder.
 */
export function listFacts(
  db: ReadDatabase,
  today: PlainDate,
  cohort: CohortRecord,
  facts: CohortFacts,
): Omit<ListFacts, 'pictures'> {
  const activity = cohort.activityId === null ? undefined : findActivity(db, cohort.activityId)
  const rates = ratesOf(db, { cohortId: cohort.id, activityId: cohort.activityId })
  const elements = elementsOfCohort(db, cohort.id)
  return {
    ...facts,
    units: unitsOfCohort(db, cohort.id).map(({ id, code, title, theoryHours, practiceHours }) => ({
      code,
      title,
      theoryHours,
      practiceHours,
      elements: (elements.get(id) ?? []).map(one => one.title),
    })),
    members: membersOf(db, cohort),
    teachers: teachersOf(db, cohort),
    selection: selectionOf(db, cohort.id),
    rules: getPaperRules(db),
    budgetLines: budgetOfCohort(db, cohort.id),
    teaching: teachingFacts(db, cohort),
    payees: payeesOf(db, cohort.id),
    supply: supplyOfCohort(db, cohort.id),
    evaluations: evaluationsOfCohort(db, cohort.id),
    candidates: candidatesOf(db, cohort.id),
    meetings: meetingsOf(db, cohort.id),
    aids: aidsOfCohort(db, cohort.id),
    budget: {
      activity: activity?.budgetActivity ?? '',
      subActivity: activity?.budgetSubActivity ?? '',
      account: activity?.accountCode ?? '',
      year: activity?.budgetYear ?? yearOf(facts.cohort.start),
    },
    officials: officialsOn(db, today),
    rates: {
      transport: rateThatCounts(rates, 'TRANSPORT'),
      meal: rateThatCounts(rates, 'MEAL'),
      honorarium: rateThatCounts(rates, 'HONORARIUM'),
    },
    materials: materialsOfCohort(db, cohort.id),
    items: itemsOfCohort(db, cohort.id),
    certificates: papersToCollect(db, cohort.id, 'certificate').map(({ number, name, issuedOn, collection }) => ({
      number,
      name,
      issuedOn,
      collectedOn: collection?.collectedOn ?? null,
    })),
  }
}

/** Signatories of money papers on that day. */
export function officialsOn(db: ReadDatabase, date: PlainDate): ListFacts['officials'] {
  const official = (role: 'BUDGET_HOLDER' | 'TECHNICAL' | 'TREASURER') => {
    const [officer] = officersOn(db, date, role)
    return officer ? signatoryOf(officer) : null
  }
  return { budgetHolder: official('BUDGET_HOLDER'), technical: official('TECHNICAL'), treasurer: official('TREASURER') }
}

/** Photos of people, for items handed to each of them. */
export function withPhotos<Facts extends Pick<ListFacts, 'members'>>(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: Facts,
): Facts {
  const photos = photosOfCohort(db, cohort.id)
  const ids = traineesOfCohort(db, cohort.id).map(trainee => trainee.traineeId)
  const members = facts.members.map((member, index) => ({ ...member, photo: photos.get(ids[index] ?? 0) ?? null }))
  return { ...facts, members }
}

/** Bank accounts and welfare: only for papers about them, whose making is recorded. */
export function withRestricted<Facts extends Pick<ListFacts, 'members'>>(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: Facts,
): Facts {
  const banks = banksOfCohort(db, cohort.id)
  const targets = targetsOfCohort(db, cohort.id)
  const ids = traineesOfCohort(db, cohort.id).map(trainee => trainee.traineeId)
  const members = facts.members.map((member, index) => ({
    ...member,
    bank: banks.get(ids[index] ?? 0) ?? member.bank,
    target: targets.get(ids[index] ?? 0) ?? member.target,
  }))
  return { ...facts, members }
}

function membersOf(db: ReadDatabase, cohort: CohortRecord): MemberFacts[] {
  const kits = new Map(kitsOfCohort(db, cohort.id).map(kit => [kit.enrolmentId, kit]))
  const scores = scoresOfCohort(db, cohort.id)
  const units = unitsOfCohort(db, cohort.id)
  const numbers = certificateNumbers(db, cohort.id)
  return traineesOfCohort(db, cohort.id).map(({ enrolmentId }) => {
    const kit = kits.get(enrolmentId)
    return {
      clothingSize: kit?.clothingSize ?? kit?.usualSize ?? '',
      insuranceCard: kit?.insuranceCard ?? '',
      photo: null,
      bank: { name: '', account: '', holder: '' },
      target: { groups: [], decile: null, evidence: '' },
      certificate: numbers.get(enrolmentId) ?? '',
      units: units.map(unit => scores.get(enrolmentId)?.units.get(unit.id)?.result ?? null),
    }
  })
}

function teachersOf(db: ReadDatabase, cohort: CohortRecord): TeacherFacts[] {
  const hours = hoursByTeacher(db, cohort)
  const ids = [...new Set(daysOfCohort(db, cohort.id).flatMap(day => day.instructors.map(one => one.id)))]
  return ids.flatMap(id => {
    const teacher = findTeacher(db, id, cohort.trade)
    return teacher ? [{ ...teacher, hours: hours.get(id) ?? 0 }] : []
  })
}

/** Hours (JP) in the timetable: a block without instructor counts for all instructors of the day. */
function hoursByTeacher(db: ReadDatabase, cohort: CohortRecord): Map<number, number> {
  const hours = new Map<number, number>()
  for (const day of readTimetable(db, cohort).days) {
    const blocks = day.blocks.length > 0 ? day.blocks : [{ hours: day.hours, instructorId: null }]
    for (const block of blocks) {
      const own = day.instructors.filter(one => one.id === block.instructorId)
      for (const { id } of own.length > 0 ? own : day.instructors) hours.set(id, (hours.get(id) ?? 0) + block.hours)
    }
  }
  return hours
}
