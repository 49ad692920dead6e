import { type FiledKey, isOfficeForm, type PaperKey } from '../../facts/paper-key.ts'

/** The stages of the papers of a class, in order. */
export const paperStages = [
  { value: 'preparation', label: 'Persiapan' },
  { value: 'opening', label: 'Pembukaan' },
  { value: 'running', label: 'Pelaksanaan' },
  { value: 'closing', label: 'Penutupan' },
  { value: 'money', label: 'Keuangan' },
  { value: 'report', label: 'Laporan' },
  { value: 'forms', label: 'Formulir kantor' },
] as const
export type PaperStage = (typeof paperStages)[number]['value']

/** `late`: can be finished only when all days are closed. */
const stages: Record<Exclude<PaperStage, 'preparation' | 'forms'>, { early: PaperKey[]; late: PaperKey[] }> = {
  opening: {
    early: [
      'opening-invitation',
      'opening-attendance',
      'opening-minutes',
      'receipt-stationery',
      'receipt-modules',
      'receipt-clothing',
      'receipt-insurance',
    ],
    late: [],
  },
  running: {
    early: [
      'attendance-day',
      'attendance-session',
      'attendance-week',
      'attendance-15',
      'instructor-attendance',
      'schedule-week',
      'schedule-change',
      'withdrawal-letter',
      'replacement-minutes',
      'materials-request',
      'materials-inspection',
      'materials-handover',
      'materials-receipt',
      'materials-usage',
      'stock-card',
      'receipt-meals',
      'photos',
    ],
    late: ['attendance-recap', 'teaching-hours'],
  },
  closing: {
    early: ['panel-invitation', 'closing-invitation', 'assessment-sheet', 'evaluation-form'],
    late: [
      'graduation-minutes',
      'panel-attendance',
      'final-scores',
      'competency-recap',
      'final-recap',
      'graduation-reasons',
      'closing-attendance',
      'closing-minutes',
      'evaluation-recap',
      'certificate',
      'statement',
      'certificate-register',
      'collection-authority',
      'aid-handover',
    ],
  },
  money: {
    early: ['budget'],
    late: ['budget-realisation', 'receipt-honoraria', 'receipt-transport', 'transfer-list', 'payment-receipt'],
  },
  report: { early: [], late: ['cover', 'cover-note', 'report-cover', 'report-text'] },
}

const placed = new Map<FiledKey, { stage: PaperStage; late: boolean }>()
for (const [name, { early, late }] of Object.entries(stages)) {
  const stage = name as PaperStage
  for (const key of early) placed.set(key, { stage, late: false })
  for (const key of late) placed.set(key, { stage, late: true })
}

export function stageOf(key: FiledKey): { stage: PaperStage; late: boolean } {
  if (isOfficeForm(key)) return { stage: 'forms', late: false }
  return placed.get(key) ?? { stage: 'preparation', late: false }
}

/** Papers without signature, which are not scanned. */
const unsigned: readonly FiledKey[] = [
  'cover',
  'curriculum',
  'syllabus',
  'id-cards',
  'name-tags',
  'photos',
  'evaluation-form',
]

export function comesBackSigned(key: FiledKey): boolean {
  return !unsigned.includes(key)
}
