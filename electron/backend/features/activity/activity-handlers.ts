import {
  type ActivityDraft,
  activityDraft,
  fitsBudgetYear,
  mostActivities,
} from '../../../../shared/features/activity/activity.ts'
import type { ActivityRow, activityContract } from '../../../../shared/features/activity/contract.ts'
import { activityId, spendingId } from '../../../../shared/ids.ts'
import { DomainError, found } from '../../domain-error.ts'
import { regencies } from '../../region/regencies.ts'
import type { Handlers } from '../../scope.ts'
import { readAttachment } from '../attachment/attachment-store.ts'
import { getCentre } from '../centre/centre-store.ts'
import { joinForm } from '../desk/join-record.ts'
import {
  activitiesOfYear,
  assignCohort,
  classesOfActivity,
  countCohorts,
  findEvidence,
  findSpending,
  firstDayOf,
  insertActivity,
  insertSpending,
  moneyOfCohort,
  planOfActivity,
  removeEvidence,
  renameInCohorts,
  saveEvidence,
  savePlan,
  spendingOfActivity,
  sumsBySource,
  sumsOfYear,
  textOnPapers,
  unassignedCohorts,
  updateActivity,
  yearsWithActivities,
} from './activity-store.ts'
import { candidatesOfVillage, peopleOfBoard } from './board-store.ts'
import { assertBudgetYear, getActivity } from './check-budget-year.ts'
import { readBoard } from './read-board.ts'

export const activityHandlers: Handlers<typeof activityContract> = {
  years: ({ db }) => yearsWithActivities(db),

  list({ db }, { year }) {
    const rows = activitiesOfYear(db, year)
    const given = new Set(rows.map(row => row.number))
    const numbers = Array.from({ length: mostActivities }, (_, index) => index + 1)
    return {
      year,
      rows,
      sources: sumsBySource(db, year),
      total: sumsOfYear(db, year),
      nextNumber: numbers.find(number => !given.has(number)) ?? null,
      unassigned: unassignedCohorts(db, year),
    }
  },

  titles: ({ db }, { year }) => activitiesOfYear(db, year).map(({ id, title }) => ({ id, title })),

  get({ db }, { id }) {
    const activity = getActivity(db, id)
    return {
      ...activity,
      plan: planOfActivity(db, id),
      spending: spendingOfActivity(db, id),
      classes: classesOfActivity(db, id),
      unassigned: unassignedCohorts(db, activity.budgetYear),
    }
  },

  save({ db, record }, { id, activity: mine, seen }) {
    const stored = id === null ? null : getActivity(db, id)
    const form = { entity: 'activity', id, schema: activityDraft, seen, stored, mine }
    const { values: activity, joined } = joinForm(db, form)
    const taken = activitiesOfYear(db, activity.budgetYear).find(row => row.number === activity.number && row.id !== id)
    if (taken) {
      const { number, budgetYear: year, title } = taken
      throw new DomainError({ code: 'activity_number_taken', number, year, title })
    }
    if (id === null) {
      const created = activityId.parse(insertActivity(db, activity))
      record('activity', created, null, activity)
      return { id: created, joined }
    }
    const before = getActivity(db, id)
    const { entries } = before
    const cohorts = countCohorts(db, id)
    if (before.budgetYear !== activity.budgetYear && cohorts + entries > 0) {
      const { title, budgetYear: year } = before
      throw new DomainError({ code: 'activity_year_in_use', activity: title, year, cohorts, entries })
    }
    updateActivity(db, id, activity)
    renameInCohorts(db, id, before, activity)
    record('activity', id, draftOf(before), activity)
    return { id, joined }
  },

  saveSpending({ db, at, operator, record }, { activityId: id, spending }) {
    const activity = getActivity(db, id)
    if (!fitsBudgetYear(spending.date, activity.budgetYear)) {
      throw new DomainError({ code: 'spending_outside_year', date: spending.date, year: activity.budgetYear })
    }
    const created = insertSpending(db, { ...spending, activityId: id, reverses: null, at, by: operator.name })
    record('spending', created, null, { activityId: id, ...spending })
    return { id: spendingId.parse(created) }
  },

  savePlan({ db, record }, { activityId: id, plan }) {
    const { title, budget } = getActivity(db, id)
    const planned = plan.reduce((sum, month) => sum + month.amount, 0)
    if (planned > budget) throw new DomainError({ code: 'plan_over_budget', activity: title, planned, budget })
    const before = planOfActivity(db, id)
    savePlan(db, id, plan)
    record('activity', id, { plan: before }, { plan })
  },

  reverseSpending({ db, at, today, operator, record }, { id, reason }) {
    const entry = found(findSpending(db, id), 'spending')
    const { description, evidence, activityId, accountCode } = entry
    if (entry.reverses !== null) throw new DomainError({ code: 'reversal_not_reversible', description })
    if (entry.reversedBy !== null) throw new DomainError({ code: 'spending_reversed_already', description })
    const reversal = {
      activityId,
      // A wrong entry may be dated in the future; its reversal must not be earlier.
      date: entry.date > today ? entry.date : today,
      description: `Pembatalan: ${reason}`,
      amount: -entry.amount,
      evidence,
      accountCode,
      reverses: id,
    }
    const created = insertSpending(db, { ...reversal, at, by: operator.name })
    record('spending', created, null, reversal)
    return { id: spendingId.parse(created) }
  },

  async attachEvidence({ write }, { id, file }) {
    const read = await readAttachment(file)
    const { name, type } = read
    write(({ db, at, operator, record }) => {
      const { description, reverses } = found(findSpending(db, id), 'spending')
      if (reverses !== null) throw new DomainError({ code: 'evidence_of_reversal', description })
      const before = findEvidence(db, id)
      const sha256 = saveEvidence(db, id, read, { at, by: operator.name })
      record('spending', id, { file: before?.name ?? null }, { file: { name, type, sha256 } })
    })
  },

  removeEvidence({ db, record }, { id }) {
    const { name } = found(findEvidence(db, id), 'scan')
    removeEvidence(db, id)
    record('spending', id, { file: name }, { file: null })
  },

  evidence({ db }, { id }) {
    const { name, type, bytes } = found(findEvidence(db, id), 'scan')
    return { file: new File([bytes], name, { type }) }
  },

  assign({ db, record }, { code, activityId: id }) {
    const { title, cancelled, ...before } = found(moneyOfCohort(db, code), 'cohort')
    if (cancelled) throw new DomainError({ code: 'cohort_cancelled', cohort: title })
    const after = { ...before, activityId: id }
    if (id !== null) {
      const activity = getActivity(db, id)
      assertBudgetYear(activity, title, firstDayOf(db, before.id))
      // Texts written for this class stay; empty ones, and those of the previous activity, are replaced.
      const old = before.activityId === null ? null : textOnPapers(getActivity(db, before.activityId))
      const now = textOnPapers(activity)
      if (before.activity === '' || before.activity === old?.activity) after.activity = now.activity
      if (before.fundingSource === '' || before.fundingSource === old?.fundingSource)
        after.fundingSource = now.fundingSource
    }
    assignCohort(db, after)
    record('cohort', code, { activityId: before.activityId }, { activityId: id })
  },

  board: ({ db }, { year, fundingSource }) =>
    readBoard(db, { year, fundingSource, regency: getCentre(db).regencyCode }),
  people: ({ db }, conditions) => peopleOfBoard(db, conditions),
  candidates: ({ db }, { year, village }) => candidatesOfVillage(db, year, village),
  regencies: () => regencies(),
}

function draftOf(activity: ActivityRow): ActivityDraft {
  return activityDraft.strip().parse(activity)
}
