import { applicantState, firstStageOf, holdsPlace } from '../../../../shared/features/registration/applicant-state.ts'
import type { Applicant, RegistrationStatus } from '../../../../shared/features/registration/contract.ts'
import { type Ranking, rankApplicants } from '../../../../shared/features/registration/ranking.ts'
import { stageName } from '../../../../shared/features/registration/registration-format.ts'
import { findVacancies, type Vacancies } from '../../../../shared/features/registration/vacancy.ts'
import { maskNik } from '../../../../shared/features/trainee/nik/nik.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import { findVillage } from '../../region/villages.ts'
import { countPlacements } from '../activity/board-store.ts'
import { getCentre, getRules } from '../centre/centre-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type ApplicantRecord, applicantsOf, decisionsOf } from './applicant-store.ts'
import { promisedVillages, type RegistrationRecord } from './registration-store.ts'

/** A registration with its people by rank: calculated, or as stipulated. */
export type Selection = Ranking & { people: Map<number, ApplicantRecord>; emptyVillages: ReadonlySet<string> }

export function readSelection(db: ReadDatabase, record: RegistrationRecord): Selection {
  const applicants = applicantsOf(db, record.id)
  const people = new Map<number, ApplicantRecord>(applicants.map(one => [one.id, one]))
  if (record.stipulation) {
    const decided = decisionsOf(db, record.id)
    const frozen = decided.filter(one => one.fromEmptyVillage).map(one => people.get(one.applicantId)?.villageCode)
    return {
      people,
      emptyVillages: new Set(frozen.filter(code => typeof code === 'string')),
      rows: decided.map(({ applicantId, ranked }) => ({ id: applicantId, ...ranked })),
      ties: [],
    }
  }
  const emptyVillages = record.keptPlaces === 0 ? new Set<string>() : emptyVillagesOf(db, record)
  const { rows, ties } = rankApplicants(
    applicants.map(one => ({ ...one, village: one.villageCode, withdrawn: one.progress.withdrawn })),
    { ...record, emptyVillages },
  )
  return { people, emptyVillages, rows, ties }
}

/**
 * Codes of the city's kelurahan from which nobody has a place yet: neither in a class of the counted activities, nor by the stipulation of another
 * registration of the year.
 */
function emptyVillagesOf(db: ReadDatabase, record: RegistrationRecord): Set<string> {
  const { year, keptActivityId } = record
  const placed = countPlacements(db, { year, fundingSource: null })
    .filter(row => keptActivityId === null || row.activityId === keptActivityId)
    .map(row => row.village)
  const served = new Set([...placed, ...promisedVillages(db, record)])
  const villages = districtsOfRegency(getCentre(db).regencyCode).flatMap(district => district.villages)
  return new Set(villages.map(village => village.code).filter(code => !served.has(code)))
}

export function applicantRows(record: RegistrationRecord, selection: Selection): Applicant[] {
  const { people, rows, emptyVillages } = selection
  const firstStage = firstStageOf(record.stages)
  return rows.flatMap(ranked => {
    const person = people.get(ranked.id)
    if (!person) return []
    const { progress } = person
    const decision = record.stipulation ? ranked.decision : null
    const place = findVillage(person.villageCode)
    return {
      ...ranked,
      id: person.id,
      traineeId: person.traineeId,
      number: person.number,
      registeredOn: person.registeredOn,
      name: person.name,
      maskedNik: maskNik(person.nik),
      village: place?.village ?? null,
      district: place?.district ?? null,
      phone: person.phone,
      fromEmptyVillage: person.villageCode !== null && emptyVillages.has(person.villageCode),
      priority: person.priority,
      results: person.results,
      override: person.override && { decision: person.override, reason: person.overrideReason },
      tieReason: person.tieReason,
      state: applicantState(progress, decision, ranked, firstStage),
      holdsPlace: holdsPlace(progress, decision),
      events: person.events.map(({ id: _, replaces, ...event }) => ({
        ...event,
        replaces: replaces === null ? null : (people.get(replaces)?.name ?? null),
      })),
      leftCohort: leftCohortOf(person),
    }
  })
}

function leftCohortOf({ enrolment }: ApplicantRecord): Applicant['leftCohort'] {
  if (!enrolment?.leftKind || enrolment.leftAfterDay === null) return null
  return { kind: enrolment.leftKind, afterDay: enrolment.leftAfterDay }
}

/** What prevents the stipulation, as text. */
export function formatMissing(record: RegistrationRecord, { rows, ties, people }: Selection): string[] {
  const words: string[] = []
  if (rows.every(row => row.standing === 'withdrawn')) words.push('belum ada pendaftar')
  for (const { kind } of record.stages) {
    const without = rows.filter(row => row.standing === 'incomplete' && row.decision === null && row.stage === kind)
    const [first] = without
    if (first)
      words.push(
        `${stageName(kind).toLowerCase()} ${formatNames(
          without.map(row => row.id),
          people,
        )} belum diisi`,
      )
  }
  for (const tie of ties.filter(one => !one.decided))
    words.push(`nilai sama belum diputuskan: ${formatNames(tie.ids, people)}`)
  const accepted = rows.filter(row => row.decision === 'accepted').length
  if (accepted > record.quota) words.push(`${accepted} orang diluluskan, kuota ${record.quota}`)
  return words
}

function formatNames(ids: readonly number[], people: Selection['people']): string {
  const names = ids.map(id => people.get(id)?.name ?? '')
  return names.length > 3 ? `${names.length} orang` : names.join(', ')
}

export function vacanciesOf(db: ReadDatabase, record: RegistrationRecord, selection: Selection): Vacancies {
  if (!record.stipulation) return { given: [], next: null, tooLate: false }
  const people = selection.rows.flatMap(row => {
    const person = selection.people.get(row.id)
    if (!person) return []
    return {
      id: row.id,
      decision: row.decision,
      reserve: row.reserve,
      progress: person.progress,
      leftCohort: leftCohortOf(person),
      replaces: person.events.find(event => event.kind === 'PROMOTED')?.replaces ?? null,
    }
  })
  const nextDay =
    record.cohortId === null ? null : { nextDay: daysOfCohort(db, record.cohortId).find(day => !day.held)?.n ?? null }
  return findVacancies(people, nextDay, getRules(db).reserveUntilDay)
}

export function statusOf(
  {
    stipulated,
    enrolled,
    opens,
    closes,
  }: { stipulated: boolean; enrolled: boolean; opens: PlainDate; closes: PlainDate },
  today: PlainDate,
): RegistrationStatus {
  if (stipulated) return enrolled ? 'placed' : 'decided'
  if (today < opens) return 'coming'
  return today <= closes ? 'open' : 'closed'
}
