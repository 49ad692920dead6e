import type { DomainErrorData } from '../../../../shared/domain-error.ts'
import type { LeaveKind } from '../../../../shared/features/cohort/cohort.ts'
import { type Training, trainedBefore } from '../../../../shared/features/trainee/trained-before.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { CommandScope } from '../../scope.ts'
import { getRules } from '../centre/centre-store.ts'
import { freezeTarget } from '../trainee/admission-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { traineeBookings } from './booking-store.ts'
import { assertTraineeFree } from './check-free-days.ts'
import { type DayRecord, daysOfCohort, lastDayOf } from './cohort-day-store.ts'
import { assertUndecided, type CohortRecord } from './cohort-store.ts'
import {
  deleteEnrolment,
  type EnrolmentRecord,
  enrolmentIn,
  hasRecords,
  insertEnrolment,
  lastMarkAfter,
  scoresClosedBy,
  traineesOfCohort,
  trainingsOf,
  writeLeaving,
} from './enrolment-store.ts'

const mostTrainees = 60

/**
 * Adds people to the end of the list of a class. People who come after the first day count from the next day that is not held. Their target groups
 * are frozen with the enrolment.
 * @param repeatReason why people who were trained already get another place; stored for those concerned
 * @throws DomainError cohort_cancelled, panel_decided, cohort_full, class_over, already_enrolled, trainee_busy, trained_already
 */
export function enrolTrainees(
  { db, at }: Pick<CommandScope, 'db' | 'at'>,
  cohort: CohortRecord,
  traineeIds: readonly number[],
  repeatReason: string | null,
): void {
  assertUndecided(cohort)
  const present = traineesOfCohort(db, cohort.id)
  if (present.length + traineeIds.length > mostTrainees)
    throw new DomainError({ code: 'cohort_full', limit: mostTrainees })
  const days = daysOfCohort(db, cohort.id)
  const [first] = days
  const joinedDay = days.find(day => !day.held)?.n
  if (first === undefined || joinedDay === undefined)
    throw new DomainError({ code: 'class_over', cohort: cohort.title })
  let position = present.reduce((most, trainee) => Math.max(most, trainee.position), 0)
  const seen = new Set<number>(present.map(trainee => trainee.traineeId))
  const trained: Extract<DomainErrorData, { code: 'trained_already' }>['people'] = []
  for (const traineeId of traineeIds) {
    const trainee = found(findTrainee(db, traineeId), 'trainee')
    assertUsable(db, traineeId)
    if (seen.has(traineeId)) throw new DomainError({ code: 'already_enrolled', name: trainee.name })
    const member = { traineeId, name: trainee.name, joinedDay, left: null }
    assertTraineeFree(db, member, days, cohort.id)
    const training = earlierTraining(db, traineeId, first.date, cohort.id)
    if (training) trained.push({ name: trainee.name, cohort: training.title, start: training.start })
    seen.add(traineeId)
    position += 1
    const id = insertEnrolment(db, {
      cohortId: cohort.id,
      traineeId,
      position,
      joinedDay,
      repeatReason: training ? (repeatReason ?? '') : '',
    })
    freezeTarget(db, id, traineeId, at)
  }
  // All of them in one error, so that one reason is asked for.
  if (trained.length > 0 && repeatReason === null) throw new DomainError({ code: 'trained_already', people: trained })
}

/** The latest training of this person that needs a reason for a class starting on `start`, by the rule of the centre. */
function earlierTraining(
  db: ReadDatabase,
  traineeId: number,
  start: PlainDate,
  exceptCohort: number | null,
): Training | null {
  return trainedBefore(getRules(db).trainedWithin, start, trainingsOf(db, traineeId, exceptCohort))
}

/** What is against enrolling, to show beforehand; without a class only trainings before today. */
export function placeFor(
  db: ReadDatabase,
  traineeId: number,
  cohort: CohortRecord | null,
  today: PlainDate,
): { overlap: { cohort: string; until: PlainDate } | null; trained: Training | null } {
  if (cohort === null) return { overlap: null, trained: earlierTraining(db, traineeId, today, null) }
  const days = daysOfCohort(db, cohort.id)
  const present = traineesOfCohort(db, cohort.id).some(trainee => trainee.traineeId === traineeId)
  const [clash] = traineeBookings(db, traineeId, days, cohort.id)
  const other = present ? { cohort: cohort.title, cohortId: cohort.id } : clash
  return {
    overlap: other ? { cohort: other.cohort, until: lastDayOf(db, other.cohortId) } : null,
    trained: earlierTraining(db, traineeId, days[0]?.date ?? today, cohort.id),
  }
}

/** @throws DomainError has_marks, panel_decided, scores_closed */
export function removeEnrolment(db: WriteDatabase, cohort: CohortRecord, enrolmentId: number): EnrolmentRecord {
  assertUndecided(cohort)
  const trainee = enrolmentIn(db, cohort, enrolmentId)
  if (hasRecords(db, enrolmentId)) throw new DomainError({ code: 'has_marks', name: trainee.name })
  const closedBy = scoresClosedBy(db, cohort.id)
  if (closedBy !== null) throw new DomainError({ code: 'scores_closed', by: closedBy })
  deleteEnrolment(db, cohort.id, trainee)
  return trainee
}

/** Returns the earlier leaving, or null. @throws DomainError not_found, marks_after_leaving, panel_decided, trainee_busy */
export function recordLeaving(
  db: WriteDatabase,
  cohort: CohortRecord,
  enrolmentId: number,
  leaving: { afterDay: number; kind: LeaveKind; reason: string },
): EnrolmentRecord['left'] {
  assertUndecided(cohort)
  const trainee = enrolmentIn(db, cohort, enrolmentId)
  const days = daysOfCohort(db, cohort.id)
  if (leaving.afterDay > days.length) throw new DomainError({ code: 'not_found', entity: 'day' })
  const marked = lastMarkAfter(db, enrolmentId, leaving.afterDay)
  if (marked !== null) throw new DomainError({ code: 'marks_after_leaving', name: trainee.name, n: marked })
  const left = { ...leaving, afterDay: Math.max(leaving.afterDay, trainee.joinedDay - 1) }
  // A later day of leaving adds days on which another class may have started meanwhile.
  assertTraineeFree(db, { ...trainee, left }, daysMissed(days, trainee), cohort.id)
  writeLeaving(db, enrolmentId, left)
  return trainee.left
}

/** Returns the removed leaving. @throws DomainError panel_decided, or trainee_busy if another class has started meanwhile */
export function takeBackLeaving(db: WriteDatabase, cohort: CohortRecord, enrolmentId: number): EnrolmentRecord['left'] {
  assertUndecided(cohort)
  const trainee = enrolmentIn(db, cohort, enrolmentId)
  const { left } = trainee
  if (left === null) return null
  assertTraineeFree(db, { ...trainee, left: null }, daysMissed(daysOfCohort(db, cohort.id), trainee), cohort.id)
  writeLeaving(db, enrolmentId, null)
  return left
}

function daysMissed(days: readonly DayRecord[], { left }: Pick<EnrolmentRecord, 'left'>): DayRecord[] {
  return left === null ? [] : days.filter(day => day.n > left.afterDay)
}
