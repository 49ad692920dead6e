import { type AidStep, nextStates, stands } from '../../../../shared/features/alumni/aid.ts'
import type { AidRow, aidContract } from '../../../../shared/features/alumni/aid-contract.ts'
import { aidId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { DomainError, found } from '../../domain-error.ts'
import { districtsOfRegency } from '../../region/regencies.ts'
import { findVillage } from '../../region/villages.ts'
import type { Handlers } from '../../scope.ts'
import { readAttachment } from '../attachment/attachment-store.ts'
import { getCentre } from '../centre/centre-store.ts'
import { assertUsable } from '../trainee/person-state-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import {
  aidCandidates,
  aidOfVillage,
  aidsOfYear,
  candidatesByVillage,
  findAid,
  findAidEvidence,
  insertAid,
  removeAidEvidence,
  saveAidEvidence,
  updateAid,
  yearOfAid,
  yearsWithAid,
} from './aid-store.ts'
import { findGraduate } from './follow-up-store.ts'

/** Nobody scrolls further; people type a name instead. */
const mostCandidates = 200

export const aidHandlers: Handlers<typeof aidContract> = {
  years: ({ db }) => yearsWithAid(db),

  list({ db }, { year }) {
    const rows = aidsOfYear(db, year)
    const taken = new Set(rows.filter(row => stands(row.state)).map(row => row.villageCode))
    const waiting = candidatesByVillage(db, year)
    const all = districtsOfRegency(getCentre(db).regencyCode).flatMap(district =>
      district.villages.map(village => ({ ...village, district: district.name })),
    )
    return {
      year,
      rows,
      villages: all
        .filter(village => !taken.has(village.code))
        .map(village => ({ ...village, graduates: waiting.get(village.code) ?? 0 })),
      villageCount: all.length,
    }
  },

  candidates: ({ db }, { text = '', ...filter }) => aidCandidates(db, { ...filter, text, limit: mostCandidates }),

  propose({ db, at, today, operator, record }, { budgetYear, enrolmentId, amount, proposedOn }) {
    const { traineeId, name, graduatedOn } = found(findGraduate(db, enrolmentId), 'graduate')
    assertUsable(db, traineeId)
    if (proposedOn > today) throw new DomainError({ code: 'date_in_future', date: proposedOn })
    if (proposedOn < graduatedOn)
      throw new DomainError({ code: 'aid_date_before', date: proposedOn, before: graduatedOn })
    const villageCode = findTrainee(db, traineeId)?.villageCode ?? null
    if (villageCode === null) throw new DomainError({ code: 'aid_without_village', name })
    const holder = aidOfVillage(db, budgetYear, villageCode)
    if (holder) {
      const village = findVillage(villageCode)?.village ?? villageCode
      throw new DomainError({ code: 'village_has_aid', village, year: budgetYear, name: holder.name })
    }
    const year = yearOfAid(db, traineeId)
    if (year !== undefined) throw new DomainError({ code: 'aid_given_already', name, year })
    const aid = { budgetYear, enrolmentId, villageCode, amount, proposedOn }
    const id = aidId.parse(insertAid(db, { ...aid, at, by: operator.name }))
    record('enrolment', enrolmentId, null, { aid: id, state: 'PROPOSED', ...aid })
    return { id }
  },

  step({ db, today, record }, { id, step }) {
    const before = usableAid(db, id)
    if (!nextStates(before.state).includes(step.state))
      throw new DomainError({ code: 'aid_step_impossible', name: before.name, from: before.state, to: step.state })
    if (step.on > today) throw new DomainError({ code: 'date_in_future', date: step.on })
    const last = before.paidOn ?? before.approvedOn ?? before.proposedOn
    if (step.on < last) throw new DomainError({ code: 'aid_date_before', date: step.on, before: last })
    updateAid(db, stepped(before, step))
    const { state, on, ...words } = step
    record('enrolment', before.enrolmentId, { aid: id, state: before.state }, { aid: id, state, on, ...words })
  },

  async attachEvidence({ write }, { id, file }) {
    const read = await readAttachment(file)
    write(({ db, at, operator, record }) => {
      const { enrolmentId, evidence } = usableAid(db, id)
      const sha256 = saveAidEvidence(db, id, read, { at, by: operator.name })
      const { name, type } = read
      record('enrolment', enrolmentId, { aid: id, file: evidence?.name ?? null }, { aid: id, file: name, type, sha256 })
    })
  },

  removeEvidence({ db, record }, { id }) {
    const { enrolmentId, evidence } = usableAid(db, id)
    const { name } = found(evidence, 'scan')
    removeAidEvidence(db, id)
    record('enrolment', enrolmentId, { aid: id, file: name }, { aid: id, file: null })
  },

  evidence({ db }, { id }) {
    usableAid(db, id)
    const { name, type, bytes } = found(findAidEvidence(db, id), 'scan')
    return { file: new File([bytes], name, { type }) }
  },
}

/** @throws DomainError not_found, person_frozen, person_anonymised */
function usableAid(db: ReadDatabase, id: number): AidRow {
  const aid = found(findAid(db, id), 'aid')
  assertUsable(db, aid.traineeId)
  return aid
}

function stepped(aid: AidRow, step: AidStep): AidRow {
  const { state } = step
  switch (state) {
    case 'APPROVED':
      return { ...aid, state, approvedOn: step.on, decreeNumber: step.number }
    case 'PAID':
      return { ...aid, state, paidOn: step.on, handoverNumber: step.number }
    default:
      return { ...aid, state, endedOn: step.on, endReason: step.reason }
  }
}
