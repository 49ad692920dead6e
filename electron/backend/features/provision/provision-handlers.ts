import type { provisionContract } from '../../../../shared/features/provision/contract.ts'
import type { MaterialDraft } from '../../../../shared/features/provision/provision.ts'
import { DomainError, found } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { daysOfCohort } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, getCohort, getOpenCohort } from '../cohort/cohort-store.ts'
import { traineesOfCohort } from '../cohort/enrolment-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import {
  budgetOfCohort,
  evaluationsOfCohort,
  supplyOfCohort,
  writeBudget,
  writeEvaluations,
  writeSupply,
} from './budget-store.ts'
import { weeksOf } from './documents/materials.ts'
import { itemsOfCohort, kitsOfCohort, writeItems, writeKit } from './kit-store.ts'
import { materialsOfCohort, templateOf, writeMaterials, writeTemplate } from './material-store.ts'
import { picturesOfCohort } from './picture-store.ts'
import { ratesOf, writeRate } from './rate-store.ts'

export const provisionHandlers: Handlers<
  Omit<typeof provisionContract, 'addPicture' | 'savePictures' | 'removePicture' | 'openPicture'>
> = {
  ofCohort({ db }, { code }) {
    const cohort = getCohort(db, code)
    return {
      weeks: weeksOf(daysOfCohort(db, cohort.id)),
      materials: materialsOfCohort(db, cohort.id),
      templateSize: templateOf(db, cohort.programId).length,
      items: itemsOfCohort(db, cohort.id),
      kits: kitsOfCohort(db, cohort.id),
      rates: ratesOf(db, placeOf(cohort)),
      hasActivity: cohort.activityId !== null,
      budget: budgetOfCohort(db, cohort.id),
      supply: supplyOfCohort(db, cohort.id),
      evaluations: evaluationsOfCohort(db, cohort.id),
      pictures: picturesOfCohort(db, cohort.id).map(({ fileId, caption }) => ({ fileId, caption })),
    }
  },

  saveMaterials({ db, record }, { code, materials }) {
    const cohort = getOpenCohort(db, code)
    const before = materialsOfCohort(db, cohort.id)
    writeMaterials(db, cohort.id, materials)
    record('cohort_material', code, before, materials)
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

  saveBudget({ db, record }, { code, lines }) {
    const cohort = getOpenCohort(db, code)
    const before = budgetOfCohort(db, cohort.id)
    writeBudget(db, cohort.id, lines)
    record('cohort_budget', code, before, lines)
  },

  saveSupply({ db, record }, { code, supply }) {
    const cohort = getOpenCohort(db, code)
    const before = supplyOfCohort(db, cohort.id)
    writeSupply(db, cohort.id, supply)
    record('cohort_supply', code, before, supply)
  },

  saveEvaluations({ db, record }, { code, evaluations }) {
    const cohort = getOpenCohort(db, code)
    const before = evaluationsOfCohort(db, cohort.id)
    writeEvaluations(db, cohort.id, evaluations)
    record('cohort_evaluation', code, before, evaluations)
  },

  saveItems({ db, record }, { code, kind, items }) {
    const cohort = getOpenCohort(db, code)
    const before = itemsOfCohort(db, cohort.id)[kind]
    writeItems(db, cohort.id, kind, items)
    record('cohort_item', code, { kind, items: before }, { kind, items })
  },

  saveKits({ db, record }, { code, kits }) {
    const cohort = getOpenCohort(db, code)
    const members = traineesOfCohort(db, cohort.id)
    const rows = kitsOfCohort(db, cohort.id)
    const changes = kits.map(({ enrolmentId, ...given }) => {
      const member = members.find(one => one.enrolmentId === enrolmentId)
      const row = rows.find(one => one.enrolmentId === enrolmentId)
      if (!member || !row) throw new DomainError({ code: 'not_found', entity: 'enrolment' })
      assertUsable(db, member.traineeId)
      const { clothingSize, insuranceCard } = row
      const after = {
        enrolmentId,
        clothingSize: given.clothingSize === undefined ? clothingSize : given.clothingSize,
        insuranceCard: given.insuranceCard ?? insuranceCard,
      }
      return { before: { enrolmentId, clothingSize, insuranceCard }, after }
    })
    for (const { after } of changes) writeKit(db, after)
    record(
      'enrolment_kit',
      code,
      changes.map(change => change.before),
      changes.map(change => change.after),
    )
  },

  saveRate({ db, record }, { code, kind, level, amount }) {
    const cohort = getCohort(db, code)
    const place = placeOf(cohort)
    if (level === 'activity' && place.activityId === null)
      throw new DomainError({ code: 'not_found', entity: 'activity' })
    const before = ratesOf(db, place).find(rate => rate.kind === kind)?.[level] ?? null
    writeRate(db, kind, level, place, amount)
    const owner = { cohort: code, activity: place.activityId, centre: 1 }[level]
    record('rate', `${level} ${found(owner ?? undefined, 'activity')}`, { kind, amount: before }, { kind, amount })
  },
}

function placeOf({ id, activityId }: CohortRecord): { cohortId: number; activityId: number | null } {
  return { cohortId: id, activityId }
}
