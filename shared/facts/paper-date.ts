import type { PlainDate } from '../kernel/plain-date.ts'
import type { PaperKey } from './paper-key.ts'

/** What the date of a paper of a class hangs on. It comes from facts of the class alone, never from the day of printing. */
const rules = {
  /** Prepares the class: the working day before the first day. */
  prepared: 'hari kerja sebelum hari pertama',
  /** As above; of a plan that was changed later, the day on which that was decided. */
  plan: 'hari kerja sebelum hari pertama; sesudah jadwal diubah, hari perubahan itu diputuskan',
  changed: 'hari perubahan jadwal diputuskan',
  first: 'hari pertama',
  /** Each sheet has the day that it is about. */
  own: 'hari, minggu, atau masa lembar itu',
  last: 'hari terakhir',
  /** Follows from the panel; open while it has not met. */
  panel: 'hari sidang kelulusan; kosong sebelum sidang',
  /** Cites the panel and the last day: the later of both. */
  closing: 'hari terakhir atau hari sidang, mana yang kemudian; kosong sebelum sidang',
  /** Said by what was recorded: a decree, the selection, an issued paper, a payment. */
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

/** 'hari terakhir', for the table of dates and the hint beside the field. */
export function paperDateWords(key: PaperKey): string {
  return rules[ruleOf[key]]
}

/** One date above its signatures, which somebody may set; false where there is none, or each sheet has its own. */
export function hasOwnDate(key: PaperKey): boolean {
  return !['none', 'own', 'recorded'].includes(ruleOf[key])
}

/** Once printed it keeps its date, whatever is moved later: it was signed on that day. */
export function keepsDate(key: PaperKey): boolean {
  return ruleOf[key] === 'prepared' || ruleOf[key] === 'first'
}

/** What the dates of the papers of a class come from. */
export type DatingFacts = {
  cohort: { start: PlainDate; end: PlainDate }
  /** The last working day before the first day. */
  preparedOn: PlainDate
  /** When the plan was last changed; null while it is the first one. */
  changedOn: PlainDate | null
  panel: { heldOn: PlainDate } | null
}

/** Null where the paper has no date, or none yet: a line to write it on. */
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
