import { defaultRules } from '../../../../shared/features/centre/centre.ts'
import type { AuditEntry, centreContract } from '../../../../shared/features/centre/contract.ts'
import { officerId } from '../../../../shared/ids.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { bytesOfDataUrl, pictureDataUrl } from '../../data-url.ts'
import { DomainError, found } from '../../domain-error.ts'
import { regencyNamed } from '../../region/regencies.ts'
import type { Handlers } from '../../scope.ts'
import { insertHolidayTables } from '../calendar/calendar-store.ts'
import { numberSetting, saveNumberSetting } from '../certificate/number-store.ts'
import { createSigningKey } from '../certificate/signing-key.ts'
import { exampleCurricula } from '../program/example-curricula.ts'
import { insertProgram } from '../program/program-store.ts'
import {
  allOfficers,
  findCentre,
  getCentre,
  getRules,
  insertCentre,
  insertOfficer,
  saveRules,
  updateCentre,
  updateOfficer,
} from './centre-store.ts'

export const centreHandlers: Handlers<typeof centreContract> = {
  setUp(scope, { centre, logo, officer, operator }) {
    const { db } = scope
    if (findCentre(db)) throw new DomainError({ code: 'already_set_up' })
    assertRegency(centre.regencyCode)
    insertCentre(db, centre, bytesOfDataUrl(logo), scope.practice)
    saveRules(db, defaultRules)
    insertOfficer(db, officer)
    const { id } = db.run('INSERT INTO operator (name) VALUES (?)', [operator])
    db.run('UPDATE centre SET operator_id = ?', [id])
    insertHolidayTables(db)
    for (const program of exampleCurricula) insertProgram(db, program)
    createSigningKey(scope)
    scope.record('centre', 1, null, { centre, officer, operator })
  },

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
    db.run('UPDATE centre SET logo = ?', [bytesOfDataUrl(logo)])
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

  saveOfficer({ db, record }, { id, officer }) {
    if (id === null) {
      const created = officerId.parse(insertOfficer(db, officer))
      record('officer', created, null, officer)
      return { id: created }
    }
    const before = found(
      allOfficers(db).find(row => row.id === id),
      'officer',
    )
    updateOfficer(db, id, officer)
    record('officer', id, before, officer)
    return { id }
  },

  audit({ db }, { before, limit }) {
    const rows = db.all<Omit<AuditEntry, 'summary'> & { after: string | null; earlier: string | null }>(
      `SELECT id, at, operator, operation, entity || ' ' || entity_id AS entity, before AS earlier, after FROM audit
       WHERE id < ? ORDER BY id DESC LIMIT ?`,
      [before ?? Number.MAX_SAFE_INTEGER, limit],
    )
    return rows.map(({ earlier, after, ...row }) => ({ ...row, summary: changed(earlier, after) }))
  },
}

/**
 * Names of the fields that differ; their values stay out of lists because they may be personal data. Where both sides are known,
 * only what the change set counts: the state before it may hold more.
 */
function changed(before: string | null, after: string | null): string {
  const old = fields(before)
  const now = fields(after)
  return Object.keys(after === null ? old : now)
    .filter(key => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .join(', ')
}

function fields(json: string | null): Record<string, unknown> {
  const value: unknown = json === null ? {} : JSON.parse(json)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** @throws DomainError regency_unknown: a board of no kelurahan would say that nobody is missing. */
function assertRegency(regency: string): void {
  if (regencyNamed(regency) === null) throw new DomainError({ code: 'regency_unknown', regency })
}
