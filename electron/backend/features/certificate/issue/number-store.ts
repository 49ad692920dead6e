import { nextSequence, renderNumber } from '../../../../../shared/features/centre/numbering.ts'
import type { CertificateKind } from '../../../../../shared/features/certificate/contract.ts'
import { type PlainDate, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import type { ReadDatabase } from '../../../database/connection.ts'
import { getCentre, getRules, numberSetting } from '../../centre/centre-store.ts'

/** A counter: kind of paper, series, calendar year. */
export type Counter = { kind: CertificateKind; series: string; year: number }

/** Continues after the last assigned number, including void and reserved ones; the first number of the office applies to its year. */
export function nextNumber(db: ReadDatabase, { kind, series, year }: Counter): number {
  const last = db.value<number | null>(
    'SELECT max(sequence) FROM given_number WHERE kind = ? AND series = ? AND year = ?',
    [kind, series, year],
  )
  if (last !== null) return nextSequence([last])
  const { firstNumberYear } = numberSetting(db)
  if (firstNumberYear !== null && firstNumberYear !== year) return 1
  const rules = getRules(db)
  return kind === 'certificate' ? rules.firstCertificateNumber : rules.firstStatementNumber
}

/** A function that formats a running number for papers of that day. */
export function numbering(
  db: ReadDatabase,
  kind: CertificateKind,
  series: string,
  date: PlainDate,
): (sequence: number) => string {
  const { certificateTemplate, statementTemplate } = getRules(db)
  const { classification, unit } = getCentre(db)
  const template = kind === 'certificate' ? certificateTemplate : statementTemplate
  return sequence => renderNumber(template, { sequence, date, classification, unit, series })
}

export function isNumberTaken(db: ReadDatabase, number: string): boolean {
  return db.get('SELECT 1 FROM given_number WHERE number = ?', [number]) !== undefined
}

/** The counter of a class on a date of issue. */
export function counterOf(db: ReadDatabase, kind: CertificateKind, cohortCode: string, date: PlainDate): Counter {
  // One series for all, unless each trade has its own; a class code begins with its trade.
  const series = numberSetting(db).series === 'trade' ? cohortCode.slice(0, 2) : ''
  return { kind, series, year: yearOf(date) }
}
