import { type ActivityDraft, fitsBudgetYear } from '../../../../shared/features/activity/activity.ts'
import type { ActivityRow } from '../../../../shared/features/activity/contract.ts'
import type { CohortDraft } from '../../../../shared/features/cohort/cohort.ts'
import { type PlainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { findActivity, moneyOfCohort, textOnPapers, yearsWithActivities } from './activity-store.ts'

/** @throws DomainError not_found */
export function getActivity(db: ReadDatabase, id: number): ActivityRow {
  return found(findActivity(db, id), 'activity')
}

/** A class is paid from the budget of its start year. @throws DomainError activity_of_other_year */
export function assertBudgetYear(
  activity: Pick<ActivityDraft, 'title' | 'budgetYear'>,
  cohort: string,
  start: PlainDate,
): void {
  const { title, budgetYear: year } = activity
  if (!fitsBudgetYear(start, year))
    throw new DomainError({ code: 'activity_of_other_year', activity: title, year, cohort, start })
}

/**
 * For a class whose first day moves.
 * @throws DomainError activity_of_other_year
 */
export function assertOwnBudgetYear(
  db: ReadDatabase,
  cohort: { code: string; title: string },
  newStart: PlainDate,
): void {
  const id = moneyOfCohort(db, cohort.code)?.activityId ?? null
  if (id !== null) assertBudgetYear(getActivity(db, id), cohort.title, newStart)
}

/**
 * Activity texts of a new class. Only in a year without activities may a class have none, with its own text; it is then listed as unassigned.
 * @throws DomainError class_without_activity, activity_of_other_year, not_found
 */
export function activityOfNewCohort(
  db: ReadDatabase,
  draft: Pick<CohortDraft, 'activityId' | 'activity' | 'fundingSource'>,
  cohort: string,
  start: PlainDate,
): Pick<CohortDraft, 'activityId' | 'activity' | 'fundingSource'> {
  const { activityId, activity, fundingSource } = draft
  if (activityId === null) {
    const year = yearOf(start)
    if (yearsWithActivities(db).includes(year)) throw new DomainError({ code: 'class_without_activity', cohort, year })
    return { activityId, activity, fundingSource }
  }
  const chosen = getActivity(db, activityId)
  assertBudgetYear(chosen, cohort, start)
  return { activityId, ...textOnPapers(chosen) }
}
