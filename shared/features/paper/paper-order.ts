import type { PaperKey } from '../../facts/paper-key.ts'

/** Papers of a class in the order of the file that is handed in. Every paper must be listed. */
const sections = [
  { title: 'Sampul dan laporan', papers: ['cover', 'cover-note', 'report-cover', 'report-text'] },
  {
    title: 'Surat keputusan dan tugas',
    papers: [
      'decree-training',
      'decree-participants',
      'decree-instructors',
      'assignment-instructors',
      'assignment-committee',
    ],
  },
  { title: 'Seleksi', papers: ['test-sheet', 'interview-sheet', 'selection-minutes'] },
  {
    title: 'Peserta dan jadwal',
    papers: [
      'participants',
      'target-participants',
      'instructors',
      'curriculum',
      'syllabus',
      'schedule',
      'schedule-week',
      'schedule-change',
      'withdrawal-letter',
      'replacement-minutes',
    ],
  },
  {
    title: 'Kehadiran',
    papers: [
      'instructor-attendance',
      'teaching-hours',
      'attendance-day',
      'attendance-session',
      'attendance-week',
      'attendance-15',
      'attendance-recap',
    ],
  },
  {
    title: 'Bahan latihan',
    papers: [
      'materials-request',
      'materials-inspection',
      'materials-handover',
      'materials-receipt',
      'materials-usage',
      'stock-card',
    ],
  },
  {
    title: 'Kelulusan dan nilai',
    papers: [
      'panel-invitation',
      'graduation-minutes',
      'panel-attendance',
      'assessment-sheet',
      'final-scores',
      'competency-recap',
      'final-recap',
      'graduation-reasons',
    ],
  },
  {
    title: 'Anggaran dan tanda terima',
    papers: [
      'budget',
      'budget-realisation',
      'receipt-honoraria',
      'receipt-transport',
      'receipt-insurance',
      'receipt-clothing',
      'receipt-stationery',
      'receipt-modules',
      'receipt-meals',
      'transfer-list',
      'payment-receipt',
      'aid-handover',
    ],
  },
  {
    title: 'Pembukaan, penutupan, dan evaluasi',
    papers: [
      'opening-invitation',
      'opening-attendance',
      'opening-minutes',
      'closing-invitation',
      'closing-attendance',
      'closing-minutes',
      'evaluation-form',
      'evaluation-recap',
      'photos',
    ],
  },
  { title: 'Data peserta', papers: ['biodata', 'pledge', 'consent', 'id-cards', 'name-tags'] },
  { title: 'Sertifikat', papers: ['certificate', 'statement', 'certificate-register', 'collection-authority'] },
] as const satisfies readonly { title: string; papers: readonly PaperKey[] }[]

type Placed = (typeof sections)[number]['papers'][number]
/** A type error here names a paper that is missing in the list. */
type AllPlaced = [Exclude<PaperKey, Placed>] extends [never] ? typeof sections : Exclude<PaperKey, Placed>
const complete: AllPlaced = sections

type PaperPlace = { key: PaperKey; section: string }

/** Every paper with its section, in order. */
export const papersInOrder: readonly PaperPlace[] = complete.flatMap(({ title, papers }) =>
  papers.map(key => ({ key, section: title })),
)
