import { seesMoney } from '../../../../shared/features/access/access-matrix.ts'
import { supplyDraft } from '../../../../shared/features/provision/budget.ts'
import type { provisionContract } from '../../../../shared/features/provision/contract.ts'
import { type MaterialDraft, mostWeeks, rateKindNames } from '../../../../shared/features/provision/provision.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, getCohort, getOpenCohort } from '../cohort/cohort-store.ts'
import { fieldIn, joinForm, joinList, resolveCells } from '../desk/join-record.ts'
import {
  budgetOfCohort,
  evaluationsOfCohort,
  supplyOfCohort,
  writeBudget,
  writeEvaluations,
  writeSupply,
} from './budget-store.ts'
import { weeksOf } from './documents/material-weeks.ts'
import { itemsOfCohort, kitsOfCohort, writeItems } from './kit-store.ts'
import { materialsOfCohort, templateOf, writeMaterials, writeTemplate } from './material-store.ts'
import { picturesOfCohort } from './picture-store.ts'
import { ratesOf, writeRate } from './rate-store.ts'
import { saveKits } from './save-kits.ts'

export const provisionHandlers: Handlers<
  Omit<typeof provisionContract, 'addPicture' | 'savePictures' | 'removePicture' | 'openPicture'>
> = {
  ofCohort({ db, operator }, { code }) {
    const cohort = getCohort(db, code)
    return {
      weeks: weeksOf(daysOfCohort(db, cohort.id)),
      materials: materialsOfCohort(db, cohort.id),
      templateSize: templateOf(db, cohort.programId).length,
      items: itemsOfCohort(db, cohort.id),
      kits: kitsOfCohort(db, cohort.id),
      hasActivity: cohort.activityId !== null,
      money: seesMoney(operator)
        ? { rates: ratesOf(db, placeOf(cohort)), budget: budgetOfCohort(db, cohort.id) }
        : null,
      supply: supplyOfCohort(db, cohort.id),
      evaluations: evaluationsOfCohort(db, cohort.id),
      pictures: picturesOfCohort(db, cohort.id).map(({ fileId, caption }) => ({ fileId, caption })),
    }
  },

  saveMaterials(scope, { code, materials: mine, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const theirs = materialsOfCohort(db, cohort.id)
    const join = { history: [{ entity: 'cohort_material', id: code }], chosen }
    const list = { seen: seen?.map(byWeek) ?? null, theirs: theirs.map(byWeek), mine: mine.map(byWeek) }
    const { rows, joined } = joinList(scope, { ...join, ...list, nameOf: one => one.name })
    const materials = rows.map(asMaterial)
    writeMaterials(db, cohort.id, materials)
    record('cohort_material', code, theirs, materials)
    return { joined }
  },

  takeTemplate({ db, record }, { code }) {
    const cohort = getOpenCohort(db, code)
    const before = materialsOfCohort(db, cohort.id)
    const known = new Set(before.map(one => one.name.toLowerCase()))
    const added = templateOf(db, cohort.programId)
      .filter(one => !known.has(one.name.toLowerCase()))
      .map((one): MaterialDraft => ({ ...one, received: null, damaged: null, price: null, note: '', used: [] }))
    const materials = [...before, ...added]
    writeMaterials(db, cohort.id, materials)
    record('cohort_material', code, before, materials)
    return { added: added.length }
  },

  saveTemplate({ db, record }, { code }) {
    const cohort = getCohort(db, code)
    const before = templateOf(db, cohort.programId)
    const template = materialsOfCohort(db, cohort.id).map(({ name, specification, unit, amount }) => ({
      name,
      specification,
      unit,
      amount,
    }))
    writeTemplate(db, cohort.programId, template)
    record('program_material', cohort.programId, before, template)
    return { saved: template.length }
  },

  saveBudget(scope, { code, lines: mine, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const theirs = budgetOfCohort(db, cohort.id)
    const list = { history: [{ entity: 'cohort_budget', id: code }], seen, theirs, mine, chosen }
    const { rows, joined } = joinList(scope, { ...list, nameOf: line => `${line.year} ${line.description}` })
    writeBudget(db, cohort.id, rows)
    record('cohort_budget', code, theirs, rows)
    return { joined }
  },

  saveSupply({ db, record }, { code, supply: mine, seen }) {
    const cohort = getOpenCohort(db, code)
    const stored = supplyOfCohort(db, cohort.id)
    const form = { entity: 'cohort_supply', id: code, schema: supplyDraft, seen, stored, mine }
    const { values, joined } = joinForm(db, form)
    writeSupply(db, cohort.id, values)
    record('cohort_supply', code, stored, values)
    return { joined }
  },

  saveEvaluations(scope, { code, evaluations: mine, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const theirs = evaluationsOfCohort(db, cohort.id)
    const list = { history: [{ entity: 'cohort_evaluation', id: code }], seen, theirs, mine, chosen }
    // A form has no name: it is identified by its position.
    const { rows, joined } = joinList(scope, { ...list, nameOf: (_, index) => `baris ${index + 1}` })
    writeEvaluations(db, cohort.id, rows)
    record('cohort_evaluation', code, theirs, rows)
    return { joined }
  },

  saveItems(scope, { code, kind, items: mine, seen, chosen }) {
    const { db, record } = scope
    const cohort = getOpenCohort(db, code)
    const theirs = itemsOfCohort(db, cohort.id)[kind]
    const list = { history: [{ entity: 'cohort_item', id: code }], seen, theirs, mine, chosen }
    const { rows, joined } = joinList(scope, { ...list, nameOf: one => one.name })
    writeItems(db, cohort.id, kind, rows)
    record('cohort_item', code, { kind, items: theirs }, { kind, items: rows })
    return { joined }
  },

  saveKits,

  saveRate(scope, { code, kind, level, amount, seen, chosen }) {
    const { db, record } = scope
    const cohort = getCohort(db, code)
    const place = placeOf(cohort)
    if (level === 'activity' && place.activityId === null)
      throw new DomainError({ code: 'not_found', entity: 'activity' })
    const before = ratesOf(db, place).find(rate => rate.kind === kind)?.[level] ?? null
    const owner = { cohort: code, activity: place.activityId, centre: 1 }[level]
    const id = `${level} ${found(owner ?? undefined, 'activity')}`
    const cell = {
      row: rateKindNames[kind],
      field: level,
      before: seen,
      theirs: before,
      mine: amount,
      history: [{ entity: 'rate', id }],
      valueIn: (facts: unknown) => (fieldIn(facts, 'kind') === kind ? fieldIn(facts, 'amount') : undefined),
    }
    if (seen !== undefined && resolveCells(scope, [cell], chosen)(cell.row, level)) return
    writeRate(db, kind, level, place, amount)
    record('rate', id, { kind, amount: before }, { kind, amount })
  },
}

/** Each week is a column: two people may fill in different ones. */
function byWeek({ used, ...material }: MaterialDraft): WeeklyMaterial {
  return { ...material, ...Object.fromEntries(weekKeys.map((key, week) => [key, used[week] ?? null])) }
}

function asMaterial({ ...weekly }: WeeklyMaterial): MaterialDraft {
  const used = weekKeys.map(key => weekly[key] ?? null)
  for (const key of weekKeys) delete weekly[key]
  return { ...weekly, used: used.slice(0, used.findLastIndex(amount => amount !== null) + 1) }
}

type WeeklyMaterial = Omit<MaterialDraft, 'used'> & Partial<Record<`w${number}`, number | null>>

const weekKeys = Array.from({ length: mostWeeks }, (_, week) => `w${week + 1}` as const)

function placeOf({ id, activityId }: CohortRecord): { cohortId: number; activityId: number | null } {
  return { cohortId: id, activityId }
}
