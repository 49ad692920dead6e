import type { PlainDate } from '../kernel/plain-date.ts'
import type { PaperKey } from './paper-key.ts'

/** Rules for the date of a paper. It depends on data of the class alone, never on the day of printing. */
const rules = {
  /** Papers that prepare the class: the working day before the first day. */
  prepared: 'hari kerja sebelum hari pertama',
  /** The same; for a plan that was changed later, the day of that decision. */
  plan: 'hari kerja sebelum hari pertama; sesudah jadwal diubah, hari perubahan itu diputuskan',
  changed: 'hari perubahan jadwal diputuskan',
  first: 'hari pertama',
  /** Each sheet has the day it is about. */
  own: 'hari, minggu, atau masa lembar itu',
  last: 'hari terakhir',
  /** Day of the panel; open before. */
  panel: 'hari sidang kelulusan; kosong sebelum sidang',
  /** Later of the day of the panel and the last day of the class. */
  closing: 'hari terakhir atau hari sidang, mana yang kemudian; kosong sebelum sidang',
  /** The date of a record: a decree, the selection, an issued paper, a payment. */
  recorded: 'tanggal yang dicatat; kosong sebelum dicatat',
  none: 'tanpa tanggal',
} as const
type PaperDateRule = keyof typeof rules

const ruleOf: Record<PaperKey, PaperDateRule> = {
  cover: 'none',
  'cover-note': 'closing',
  'report-cover': 'closing',
  'report-text': 'closing',
  'decree-training': 'prepared',
  'decree-participants': 'prepared',
  'decree-instructors': 'prepared',
  'assignment-instructors': 'prepared',
  'assignment-committee': 'prepared',
  'test-sheet': 'recorded',
  'interview-sheet': 'recorded',
  'selection-minutes': 'recorded',
  participants: 'prepared',
  'target-participants': 'prepared',
  instructors: 'prepared',
  curriculum: 'prepared',
  syllabus: 'prepared',
  schedule: 'plan',
  'schedule-week': 'plan',
  'schedule-change': 'changed',
  'withdrawal-letter': 'own',
  'replacement-minutes': 'recorded',
  'instructor-attendance': 'last',
  'teaching-hours': 'last',
  'attendance-day': 'own',
  'attendance-session': 'own',
  'attendance-week': 'own',
  'attendance-15': 'last',
  'attendance-recap': 'last',
  'materials-request': 'prepared',
  'materials-inspection': 'recorded',
  'materials-handover': 'recorded',
  'materials-receipt': 'first',
  'materials-usage': 'last',
  'stock-card': 'last',
  'panel-invitation': 'recorded',
  'graduation-minutes': 'panel',
  'panel-attendance': 'panel',
  'assessment-sheet': 'last',
  'final-scores': 'panel',
  'competency-recap': 'panel',
  'final-recap': 'panel',
  'graduation-reasons': 'panel',
  budget: 'prepared',
  'budget-realisation': 'closing',
  'receipt-honoraria': 'own',
  'receipt-transport': 'own',
  'receipt-insurance': 'first',
  'receipt-clothing': 'first',
  'receipt-stationery': 'first',
  'receipt-modules': 'first',
  'receipt-meals': 'own',
  'transfer-list': 'own',
  'payment-receipt': 'own',
  'aid-handover': 'recorded',
  'opening-invitation': 'prepared',
  'opening-attendance': 'first',
  'opening-minutes': 'first',
  'closing-invitation': 'last',
  'closing-attendance': 'closing',
  'closing-minutes': 'closing',
  'evaluation-form': 'last',
  'evaluation-recap': 'last',
  photos: 'none',
  biodata: 'prepared',
  pledge: 'prepared',
  consent: 'prepared',
  'id-cards': 'none',
  'name-tags': 'none',
  certificate: 'recorded',
  statement: 'recorded',
  'certificate-register': 'panel',
  'collection-authority': 'none',
}

/** 'hari terakhir', for the table of dates and the hint of the field. */
export function formatPaperDateRule(key: PaperKey): string {
  return rules[ruleOf[key]]
}

/** True if the paper has one date above its signatures, which can be set. */
export function hasOwnDate(key: PaperKey): boolean {
  return !['none', 'own', 'recorded'].includes(ruleOf[key])
}

/** Keeps its date once printed, even if days move: it was signed on that day. */
export function keepsDate(key: PaperKey): boolean {
  return ruleOf[key] === 'prepared' || ruleOf[key] === 'first'
}

/** Data that the dates of papers depend on. */
export type DatingFacts = {
  cohort: { start: PlainDate; end: PlainDate }
  /** The last working day before the first day. */
  preparedOn: PlainDate
  /** When the plan was last changed; null if never. */
  changedOn: PlainDate | null
  panel: { heldOn: PlainDate } | null
}

/** Null if the paper has no date, or none yet: prints a line. */
export function usualPaperDate(key: PaperKey, { cohort, preparedOn, changedOn, panel }: DatingFacts): PlainDate | null {
  switch (ruleOf[key]) {
    case 'prepared':
      return preparedOn
    case 'plan':
      return changedOn ?? preparedOn
    case 'changed':
      return changedOn
    case 'first':
      return cohort.start
    case 'last':
      return cohort.end
    case 'panel':
      return panel?.heldOn ?? null
    case 'closing':
      return panel && (panel.heldOn > cohort.end ? panel.heldOn : cohort.end)
    case 'own':
      return cohort.end
    default:
      return null
  }
}
