import type { CohortFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { ListFacts, MemberFacts, SelectionFacts, TeacherFacts } from '../../../../shared/facts/list-facts.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { findActivity } from '../activity/activity-store.ts'
import { officersOn } from '../centre/centre-store.ts'
import { papersToCollect } from '../certificate/register/collection-store.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import type { CohortRecord } from '../cohort/cohort-store.ts'
import { unitsOfCohort } from '../cohort/cohort-unit-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { itemsOfCohort, kitsOfCohort } from '../provision/kit-store.ts'
import { materialsOfCohort } from '../provision/material-store.ts'
import { ratesOf, rateThatCounts } from '../provision/rate-store.ts'
import { scoresOfCohort } from '../score/score-store.ts'
import { readTimetable } from '../timetable/read-timetable.ts'

/**
 * Everything that lists, receipts and cards say besides `facts`, but the faces of the people (see `withPhotos`) and the documentation
 * photos, which lie in the data folder.
 */
export function listFacts(
  db: ReadDatabase,
  today: PlainDate,
  cohort: CohortRecord,
  facts: CohortFacts,
): Omit<ListFacts, 'pictures'> {
  const activity = cohort.activityId === null ? undefined : findActivity(db, cohort.activityId)
  const rates = ratesOf(db, { cohortId: cohort.id, activityId: cohort.activityId })
  const official = (role: 'BUDGET_HOLDER' | 'TECHNICAL' | 'TREASURER') => officersOn(db, today, role)[0] ?? null
  return {
    ...facts,
    units: unitsOfCohort(db, cohort.id).map(({ code, title, theoryHours, practiceHours }) => ({
      code,
      title,
      theoryHours,
      practiceHours,
    })),
    members: membersOf(db, cohort),
    teachers: teachersOf(db, cohort),
    selection: selectionOf(db, cohort.id),
    budget: {
      subActivity: activity?.budgetSubActivity ?? '',
      account: activity?.accountCode ?? '',
      year: activity?.budgetYear ?? yearOf(facts.cohort.start),
    },
    officials: {
      budgetHolder: official('BUDGET_HOLDER'),
      technical: official('TECHNICAL'),
      treasurer: official('TREASURER'),
    },
    rates: { transport: rateThatCounts(rates, 'TRANSPORT'), meal: rateThatCounts(rates, 'MEAL') },
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

/** The faces of the people, for what is handed to each of them. */
export function withPhotos<Facts extends Pick<ListFacts, 'members'>>(
  db: ReadDatabase,
  cohort: CohortRecord,
  facts: Facts,
): Facts {
  const photos = new Map(
    db
      .all<{ id: number; jpeg: Uint8Array }>(
        `SELECT trainee_id AS id, jpeg FROM enrolment JOIN trainee_photo USING (trainee_id) WHERE cohort_id = ?`,
        [cohort.id],
      )
      .map(({ id, jpeg }) => [id, jpeg]),
  )
  const ids = traineesOfCohort(db, cohort.id).map(trainee => trainee.traineeId)
  const members = facts.members.map((member, index) => ({ ...member, photo: photos.get(ids[index] ?? 0) ?? null }))
  return { ...facts, members }
}

function membersOf(db: ReadDatabase, cohort: CohortRecord): MemberFacts[] {
  const kits = new Map(kitsOfCohort(db, cohort.id).map(kit => [kit.enrolmentId, kit]))
  const scores = scoresOfCohort(db, cohort.id)
  const units = unitsOfCohort(db, cohort.id)
  return traineesOfCohort(db, cohort.id).map(({ enrolmentId }) => {
    const kit = kits.get(enrolmentId)
    return {
      clothingSize: kit?.clothingSize ?? kit?.usualSize ?? '',
      insuranceCard: kit?.insuranceCard ?? '',
      photo: null,
      units: units.map(unit => scores.get(enrolmentId)?.units.get(unit.id)?.result ?? null),
    }
  })
}

type Teacher = { id: number; name: string; nip: string }

function teachersOf(db: ReadDatabase, cohort: CohortRecord): TeacherFacts[] {
  const hours = hoursByTeacher(db, cohort)
  const ids = [...new Set(daysOfCohort(db, cohort.id).flatMap(day => day.instructors.map(one => one.id)))]
  return ids.flatMap(id => {
    const teacher = db.get<Teacher>('SELECT id, name, nip FROM instructor WHERE id = ?', [id])
    if (!teacher) return []
    const credential = db.get<NonNullable<TeacherFacts['credential']>>(
      `SELECT number, scheme, valid_until AS validUntil FROM credential
       JOIN credential_trade ON credential_trade.credential_id = credential.id
       WHERE instructor_id = ? AND kind = 'TEKNIS' AND trade = ? ORDER BY valid_until DESC, credential.id DESC LIMIT 1`,
      [id, cohort.trade],
    )
    return [{ name: teacher.name, nip: teacher.nip, credential: credential ?? null, hours: hours.get(id) ?? 0 }]
  })
}

/** JP in the timetable: a block without a teacher of its own is taught by everybody of that day. */
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

/** Of all registrations for the class; null where the class was filled without one. */
function selectionOf(db: ReadDatabase, cohortId: number): SelectionFacts | null {
  const held = db.all<{ kind: string }>(
    `SELECT DISTINCT kind FROM registration_stage JOIN registration ON registration.id = registration_id WHERE cohort_id = ?`,
    [cohortId],
  )
  const row = db.get<{ registrations: number; applicants: number; administration: number; interview: number }>(
    `SELECT count(DISTINCT registration.id) AS registrations, count(applicant.id) AS applicants,
       count(admitted.applicant_id) AS administration,
       count(CASE WHEN refused.applicant_id IS NULL AND talk.score >= coalesce(stage.pass_limit, 0) THEN 1 END) AS interview
     FROM registration LEFT JOIN applicant ON applicant.registration_id = registration.id
     LEFT JOIN stage_result AS admitted
       ON admitted.applicant_id = applicant.id AND admitted.kind = 'ADMINISTRATION' AND admitted.met = 1
     LEFT JOIN stage_result AS refused ON refused.applicant_id = applicant.id AND refused.kind = 'ADMINISTRATION' AND refused.met = 0
     LEFT JOIN stage_result AS talk ON talk.applicant_id = applicant.id AND talk.kind = 'INTERVIEW'
     LEFT JOIN registration_stage AS stage ON stage.registration_id = registration.id AND stage.kind = 'INTERVIEW'
     WHERE registration.cohort_id = ?`,
    [cohortId],
  )
  if (!row || row.registrations === 0) return null
  const stage = (kind: string, count: number) => (held.some(one => one.kind === kind) ? count : null)
  return {
    applicants: row.applicants,
    administration: stage('ADMINISTRATION', row.administration),
    interview: stage('INTERVIEW', row.interview),
  }
}
