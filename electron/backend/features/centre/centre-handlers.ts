import type { centreContract } from '../../../../shared/features/centre/contract.ts'
import { officerId } from '../../../../shared/ids.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { bytesOfDataUrl, pictureDataUrl } from '../../data-url.ts'
import { foundIn } from '../../domain-error.ts'
import type { Handlers } from '../../scope.ts'
import { listAudit } from './audit-store.ts'
import {
  allOfficers,
  assertRegency,
  getCentre,
  getRules,
  insertOfficer,
  saveLogo,
  saveRules,
  updateCentre,
  updateOfficer,
} from './centre-store.ts'
import { numberSetting, saveNumberSetting } from './number-setting-store.ts'
import { getPaperRules, writePaperRules } from './paper-rules-store.ts'

export const centreHandlers: Handlers<Omit<typeof centreContract, 'setUp'>> = {
  get({ db }) {
    const { logo, practice, ...centre } = getCentre(db)
    return {
      centre: { ...centre, practice, hasLogo: logo !== null, logo: pictureDataUrl(logo) },
      rules: getRules(db),
      officers: allOfficers(db),
    }
  },

  update({ db, record }, centre) {
    assertRegency(centre.regencyCode)
    const { logo: _, practice: __, ...before } = getCentre(db)
    updateCentre(db, centre)
    record('centre', 1, before, centre)
  },

  setLogo({ db, record }, { logo }) {
    const before = getCentre(db).logo
    saveLogo(db, bytesOfDataUrl(logo))
    record('centre', 1, { logo: before !== null }, { logo: logo !== null })
  },

  updateRules({ db, record, today }, rules) {
    const before = getRules(db)
    saveRules(db, rules)
    const { firstCertificateNumber, firstStatementNumber } = before
    if (rules.firstCertificateNumber !== firstCertificateNumber || rules.firstStatementNumber !== firstStatementNumber)
      saveNumberSetting(db, { ...numberSetting(db), firstNumberYear: yearOf(today) })
    record('rules', 1, before, rules)
  },

  paperRules: ({ db }) => getPaperRules(db),

  savePaperRules({ db, record }, rules) {
    const before = getPaperRules(db)
    writePaperRules(db, rules)
    record('paper_rules', 1, before, rules)
  },

  saveOfficer({ db, record }, { id, officer }) {
    if (id === null) {
      const created = officerId.parse(insertOfficer(db, officer))
      record('officer', created, null, officer)
      return { id: created }
    }
    const before = foundIn(allOfficers(db), row => row.id === id, 'officer')
    updateOfficer(db, id, officer)
    record('officer', id, before, officer)
    return { id }
  },

  audit: ({ db }, { before, limit }) => listAudit(db, before, limit),
}
