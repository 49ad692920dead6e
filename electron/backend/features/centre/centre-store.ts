import type { CentreFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { CentreDraft, OfficerDraft, OfficerRole, Rules } from '../../../../shared/features/centre/centre.ts'
import type { Officer } from '../../../../shared/features/centre/contract.ts'
import { type PaperRules, usualPaperRules } from '../../../../shared/features/centre/paper-rules.ts'
import type { Signatory } from '../../../../shared/features/centre/signatory.ts'
import type { CredentialKind } from '../../../../shared/features/instructor/credential.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { zoneAbbreviation } from '../../../../shared/kernel/time.ts'
import { centreZone } from '../../clock.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { DomainError } from '../../domain-error.ts'
import { regencyNamed } from '../../region/regencies.ts'

type CentreRow = CentreDraft & { logo: Uint8Array | null; practice: boolean }

export function findCentre(db: ReadDatabase): CentreRow | undefined {
  return db.get(
    `SELECT name, government, agency, address, phone, email, city, classification, unit, paper_size AS paperSize, regency_code AS regencyCode, logo, practice AS "practice?"
     FROM centre`,
  )
}

/** @throws DomainError not_set_up */
export function getCentre(db: ReadDatabase): CentreRow {
  const centre = findCentre(db)
  if (!centre) throw new DomainError({ code: 'not_set_up' })
  return centre
}

export function insertCentre(db: WriteDatabase, centre: CentreDraft, logo: Uint8Array | null, practice: boolean): void {
  db.insert(
    'centre',
    `id, name, government, agency, address, phone, email, city, classification, unit, paper_size, regency_code, logo, practice`,
    { ...centre, logo, practice, id: 1 },
  )
}

export function updateCentre(db: WriteDatabase, centre: CentreDraft): void {
  db.update(
    'centre',
    'name, government, agency, address, phone, email, city, classification, unit, paper_size, regency_code',
    { ...centre, id: 1 },
  )
}

/** A board without kelurahan would show that nobody is missing. @throws DomainError regency_unknown */
export function assertRegency(regency: string): void {
  if (regencyNamed(regency) === null) throw new DomainError({ code: 'regency_unknown', regency })
}

export function saveLogo(db: WriteDatabase, logo: Uint8Array | null): void {
  db.update('centre', 'logo', { logo, id: 1 })
}

/** Grading rules stored as JSON, in the settings and in each class. */
export type Grading = Pick<Rules, 'unitsRequired' | 'predicateBands'>
export type StoredGrading = Omit<Grading, 'predicateBands'> & { predicateBands: string }

export function gradingOf({ unitsRequired, predicateBands }: StoredGrading): Grading {
  return {
    unitsRequired,
    predicateBands: JSON.parse(predicateBands) as Grading['predicateBands'],
  }
}

export function storedGrading({ unitsRequired, predicateBands }: Grading): StoredGrading {
  return {
    unitsRequired,
    predicateBands: JSON.stringify(predicateBands.toSorted((a, b) => b.from - a.from)),
  }
}

export function getRules(db: ReadDatabase): Rules {
  const row = db.get<Omit<Rules, 'requiredCredentialKinds' | keyof Grading> & StoredGrading>(
    `SELECT minimum_attendance AS minimumAttendance, theory_weight AS theoryWeight, practice_weight AS practiceWeight,
       pass_mark AS passMark, minutes_per_hour AS minutesPerHour, certificate_template AS certificateTemplate,
       statement_template AS statementTemplate, first_certificate_number AS firstCertificateNumber,
       first_statement_number AS firstStatementNumber, certificate_back_signed_by AS certificateBackSignedBy,
       certificate_palette AS certificatePalette, print_photo AS "printPhoto?", issue_days_ahead AS issueDaysAhead, trained_within AS trainedWithin,
       reserve_until_day AS reserveUntilDay, retention_years AS retentionYears, absence_alarm AS absenceAlarm,
       data_officer AS dataOfficer, data_officer_contact AS dataOfficerContact, lock_after AS lockAfter, reopen_by_two AS "reopenByTwo?",
       units_required AS "unitsRequired?", predicate_bands AS predicateBands
     FROM rules`,
  )
  if (!row) throw new DomainError({ code: 'not_set_up' })
  return { ...row, ...gradingOf(row), requiredCredentialKinds: requiredKinds(db) }
}

/** Officer for personal data with contact; '' if there is none. */
export function dataOfficerOf(db: ReadDatabase): string {
  const { dataOfficer, dataOfficerContact } = getRules(db)
  return dataOfficer === '' ? '' : [dataOfficer, dataOfficerContact].filter(Boolean).join(', ')
}

export function requiredKinds(db: ReadDatabase): CredentialKind[] {
  return db.values<CredentialKind>('SELECT kind FROM required_credential_kind ORDER BY kind')
}

export function saveRules(db: WriteDatabase, rules: Rules): void {
  db.upsert(
    'rules',
    'id',
    `minimum_attendance, theory_weight, practice_weight, pass_mark, minutes_per_hour, certificate_template, statement_template,
     first_certificate_number, first_statement_number, certificate_back_signed_by, certificate_palette, print_photo, issue_days_ahead,
     trained_within, reserve_until_day, retention_years, absence_alarm, data_officer, data_officer_contact, lock_after, reopen_by_two, units_required, predicate_bands`,
    { ...rules, ...storedGrading(rules), id: 1 },
  )
  db.run('DELETE FROM required_credential_kind')
  for (const kind of rules.requiredCredentialKinds) db.insert('required_credential_kind', 'kind', { kind })
}

const officerColumns =
  'id, role, prefix, title, post, via, name, rank, nip, valid_from AS validFrom, valid_until AS validUntil'

export function allOfficers(db: ReadDatabase): Officer[] {
  const rows = db.all<Officer & { post: string; via: string }>(
    `SELECT ${officerColumns} FROM officer ORDER BY valid_from DESC, id DESC`,
  )
  return rows.map(({ post, via, ...officer }) => ({
    ...officer,
    ...(post === '' ? {} : { post }),
    ...(via === '' ? {} : { via }),
  }))
}

/** Signatories of one role, present and earlier. */
export function listOfficers(db: ReadDatabase, role: OfficerRole = 'HEAD'): Officer[] {
  return allOfficers(db).filter(officer => officer.role === role)
}

/** Signatories of a role on that day, latest appointed first. */
export function officersOn(db: ReadDatabase, date: PlainDate, role: OfficerRole = 'HEAD'): Officer[] {
  return listOfficers(db, role).filter(officer => isValidOn(officer, date))
}

export function isValidOn(officer: Pick<OfficerDraft, 'validFrom' | 'validUntil'>, date: PlainDate): boolean {
  return officer.validFrom <= date && (officer.validUntil === null || date <= officer.validUntil)
}

/** The printed data of an official, without anything else from the list. */
export function signatoryOf({ prefix, title, post = '', via = '', name, rank, nip }: OfficerDraft): Signatory {
  // Offices below each other, above the name; see the signature block.
  const offices = [title, ...(post === '' ? [] : [post]), ...(via === '' ? [] : ['u.b.', via])]
  return { prefix, title: offices.join('\n'), name, rank, nip }
}

function storedOfficer({ post = '', via = '', ...officer }: OfficerDraft) {
  return { ...officer, post, via }
}

const officerFields = 'role, prefix, title, post, via, name, rank, nip, valid_from, valid_until'

export function insertOfficer(db: WriteDatabase, officer: OfficerDraft): number {
  return db.insert('officer', officerFields, storedOfficer(officer))
}

export function updateOfficer(db: WriteDatabase, id: number, officer: OfficerDraft): void {
  db.update('officer', officerFields, { ...storedOfficer(officer), id })
}

/** Government, agency and centre as typed, for sentences. */
export function centreLines(db: ReadDatabase): string[] {
  const { government, agency, name } = getCentre(db)
  return [government, agency, name].filter(Boolean)
}

export function centreFacts(db: ReadDatabase): CentreFacts {
  const centre = getCentre(db)
  const contact = [centre.phone ? `Telp. ${centre.phone}` : '', centre.email ? `Pos-el ${centre.email}` : ''].filter(
    Boolean,
  )
  const address = [[centre.address, ...contact].filter(Boolean).join(' · ')].filter(Boolean)
  return {
    lines: centreLines(db).map(line => line.toUpperCase()),
    address,
    logo: centre.logo,
    city: centre.city,
    zone: zoneAbbreviation(centreZone) ?? '',
    practice: centre.practice,
  }
}

type SeriesChoice = 'one' | 'trade'

/** Numbering of certificates: one series or one for each trade, and the year with its own first number. */
type Setting = { series: SeriesChoice; firstNumberYear: number | null }

export function numberSetting(db: ReadDatabase): Setting {
  const row = db.get<Setting>('SELECT series, first_number_year AS firstNumberYear FROM number_setting')
  return row ?? { series: 'one', firstNumberYear: null }
}

export function saveNumberSetting(db: WriteDatabase, setting: Setting): void {
  db.upsert('number_setting', 'id', 'series, first_number_year', { ...setting, id: 1 })
}

/** Defaults for values never saved. */
export function getPaperRules(db: ReadDatabase): PaperRules {
  const row = db.get<{ settings: string }>('SELECT settings FROM paper_rules')
  return row ? { ...usualPaperRules, ...(JSON.parse(row.settings) as Partial<PaperRules>) } : usualPaperRules
}

export function writePaperRules(db: WriteDatabase, rules: PaperRules): void {
  db.run('INSERT OR REPLACE INTO paper_rules (id, settings) VALUES (1, ?)', [JSON.stringify(rules)])
}
