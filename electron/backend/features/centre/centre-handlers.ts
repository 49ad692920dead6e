import { centreDraft, officerDraft, rulesDraft } from '../../../../shared/features/centre/centre.ts'
import type { centreContract } from '../../../../shared/features/centre/contract.ts'
import { officerId } from '../../../../shared/ids.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { bytesOfDataUrl, pictureDataUrl } from '../../data-url.ts'
import { foundIn } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { joinForm } from '../desk/join-record.ts'
import {
  allOfficers,
  assertRegency,
  getCentre,
  getPaperRules,
  getRules,
  insertOfficer,
  numberSetting,
  saveLogo,
  saveNumberSetting,
  saveRules,
  updateCentre,
  updateOfficer,
  writePaperRules,
} from './centre-store.ts'

export const centreHandlers: Handlers<Omit<typeof centreContract, 'setUp'>> = {
  get({ db }) {
    const { logo, practice, ...centre } = getCentre(db)
    return {
      centre: { ...centre, practice, hasLogo: logo !== null, logo: pictureDataUrl(logo) },
      rules: getRules(db),
      officers: allOfficers(db),
    }
  },

  update({ db, record }, { seen, unchosen: _unchosen, ...mine }) {
    const { logo: _, practice: __, ...before } = getCentre(db)
    const form = { entity: 'centre', id: 1, schema: centreDraft, seen, stored: before, mine }
    const { values: centre, joined } = joinForm(db, form)
    assertRegency(centre.regencyCode)
    updateCentre(db, centre)
    record('centre', 1, before, centre)
    return { joined }
  },

  setLogo({ db, record }, { logo }) {
    const before = getCentre(db).logo
    saveLogo(db, bytesOfDataUrl(logo))
    record('centre', 1, { logo: before !== null }, { logo: logo !== null })
  },

  updateRules({ db, record, today }, { seen, unchosen: _unchosen, ...mine }) {
    const before = getRules(db)
    const form = { entity: 'rules', id: 1, schema: rulesDraft, seen, stored: before, mine }
    const { values: rules, joined } = joinForm(db, form)
    saveRules(db, rules)
    const { firstCertificateNumber, firstStatementNumber } = before
    if (rules.firstCertificateNumber !== firstCertificateNumber || rules.firstStatementNumber !== firstStatementNumber)
      saveNumberSetting(db, { ...numberSetting(db), firstNumberYear: yearOf(today) })
    record('rules', 1, before, rules)
    return { joined }
  },

  paperRules: ({ db }) => getPaperRules(db),

  savePaperRules({ db, record }, rules) {
    const before = getPaperRules(db)
    writePaperRules(db, rules)
    record('paper_rules', 1, before, rules)
  },

  saveOfficer({ db, record }, { id, officer: mine, seen }) {
    if (id === null) {
      const created = officerId.parse(insertOfficer(db, mine))
      record('officer', created, null, mine)
      return { id: created, joined: null }
    }
    const before = foundIn(allOfficers(db), row => row.id === id, 'officer')
    const form = { entity: 'officer', id, schema: officerDraft, seen, stored: before, mine }
    const { values: officer, joined } = joinForm(db, form)
    updateOfficer(db, id, officer)
    record('officer', id, before, officer)
    return { id, joined }
  },
}
