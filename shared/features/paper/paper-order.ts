import type { PaperKey } from '../../facts/paper-key.ts'

/** The papers of a class as they lie in the file that is handed in, from the cover to the register. Every paper has its place here. */
const sections = [
  { title: 'Sampul dan laporan', papers: ['cover', 'report-text'] },
  { title: 'Surat keputusan', papers: ['decree-training', 'decree-participants', 'decree-instructors'] },
  {
    title: 'Peserta dan jadwal',
    papers: ['participants', 'instructors', 'curriculum', 'schedule', 'schedule-week', 'schedule-change'],
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
  { title: 'Bahan latihan', papers: ['materials-request', 'materials-receipt', 'materials-usage'] },
  {
    title: 'Kelulusan dan nilai',
    papers: [
      'panel-invitation',
      'graduation-minutes',
      'panel-attendance',
      'final-scores',
      'competency-recap',
      'final-recap',
      'graduation-reasons',
    ],
  },
  {
    title: 'Tanda terima',
    papers: [
      'receipt-transport',
      'receipt-insurance',
      'receipt-clothing',
      'receipt-stationery',
      'receipt-modules',
      'receipt-meals',
    ],
  },
  { title: 'Dokumentasi', papers: ['photos', 'opening-minutes', 'closing-minutes'] },
  { title: 'Data peserta', papers: ['biodata', 'pledge', 'consent', 'id-cards', 'name-tags'] },
  { title: 'Sertifikat', papers: ['certificate', 'statement', 'certificate-register'] },
] as const satisfies readonly { title: string; papers: readonly PaperKey[] }[]

type Placed = (typeof sections)[number]['papers'][number]
/** An error here names a paper that has no place in the list. */
type AllPlaced = [Exclude<PaperKey, Placed>] extends [never] ? typeof sections : Exclude<PaperKey, Placed>
const complete: AllPlaced = sections

type PaperPlace = { key: PaperKey; section: string }

/** Every paper with its section, in the order of the file. */
export const papersInOrder: readonly PaperPlace[] = complete.flatMap(({ title, papers }) =>
  papers.map(key => ({ key, section: title })),
)
