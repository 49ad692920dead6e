import { roman } from '../../kernel/number-format.ts'
import { monthOf, type PlainDate, yearOf } from '../../kernel/plain-date.ts'
import { fillTokens, tokensIn } from '../../kernel/tokens.ts'

/** '500.15/0007/BLK/XII/2024' */
export const defaultCertificateTemplate = '{klasifikasi}/{urut:4}/{unit}/{bulan_romawi}/{tahun}'
/** '500.15/0007/KET-BLK/XII/2024'; 'SK' would be mistaken for a decree. */
export const defaultStatementTemplate = '{klasifikasi}/{urut:4}/KET-{unit}/{bulan_romawi}/{tahun}'

type NumberFacts = {
  /** Running number in the year, from 1. */
  sequence: number
  /** Date of issue. */
  date: PlainDate
  unit: string
  classification: string
  /** Code of the trade if each trade has its own counter; '' or undefined otherwise. */
  series?: string
}

export type TemplateProblem =
  | { code: 'unknown_token'; token: string }
  /** A brace without a token. */
  | { code: 'stray_brace' }
  /** Without {urut} two papers of a day would have the same number. */
  | { code: 'sequence_missing' }
  /** Without {tahun} numbers would repeat each year, because the counter restarts. */
  | { code: 'year_missing' }

const sequenceToken = /^urut(?::([1-9]))?$/

/** All problems of a template; empty if renderNumber accepts it. */
export function checkTemplate(template: string): TemplateProblem[] {
  const tokens = tokensIn(template)
  const problems: TemplateProblem[] = tokens
    .filter(name => tokenValue(name, sample) === null)
    .map(name => ({ code: 'unknown_token', token: name }))
  if (/[{}]/.test(fillTokens(template, () => ''))) problems.push({ code: 'stray_brace' })
  if (!tokens.some(name => sequenceToken.test(name))) problems.push({ code: 'sequence_missing' })
  if (!tokens.includes('tahun')) problems.push({ code: 'year_missing' })
  return problems
}

/**
 * Fills in {klasifikasi}, {urut}, {urut:4} (padded to 1–9 digits), {unit}, {seri}, {bulan_romawi}, {bulan} (two digits) and {tahun}. Throws
 * RangeError for a template with problems and for a sequence below 1.
 */
export function renderNumber(template: string, facts: NumberFacts): string {
  if (!Number.isSafeInteger(facts.sequence) || facts.sequence < 1) throw new RangeError(`sequence ${facts.sequence}`)
  if (checkTemplate(template).length > 0) throw new RangeError(`template ${template}`)
  return fillTokens(template, name => tokenValue(name, facts) ?? '')
}

/** Whether a template contains the series; without it two series would give the same number. */
export function namesSeries(template: string): boolean {
  return template.includes('{seri}')
}

/**
 * The next running number, from all numbers ever used in the year (void ones too) and the first one allowed. Gaps are never filled: a number skipped
 * by mistake stays unused.
 */
export function nextSequence(used: Iterable<number>, first = 1): number {
  let next = first
  for (const sequence of used) next = Math.max(next, sequence + 1)
  return next
}

const sample: NumberFacts = { sequence: 1, date: '2024-12-16', unit: '', classification: '' }

function tokenValue(name: string, { sequence, date, unit, classification, series = '' }: NumberFacts): string | null {
  const width = sequenceToken.exec(name)
  if (width) return String(sequence).padStart(Number(width[1] ?? 1), '0')
  switch (name) {
    case 'klasifikasi':
      return classification
    case 'unit':
      return unit
    case 'seri':
      return series
    case 'bulan_romawi':
      return roman(monthOf(date))
    case 'bulan':
      return String(monthOf(date)).padStart(2, '0')
    case 'tahun':
      return String(yearOf(date))
    default:
      return null
  }
}
