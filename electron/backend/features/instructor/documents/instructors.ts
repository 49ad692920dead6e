import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Instructors of the class with their certificates; education is written by hand. */
export function drawInstructors(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, teachers } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Daftar nominatif instruktur',
    title: 'DAFTAR NOMINATIF INSTRUKTUR PELATIHAN',
    subtitle: `${cohortTitle(cohort)}  ·  ${dateRange(cohort.start, cohort.end)}`,
    ...listOf(teachers, { height: 9, blanks: 4, blankHeight: 10 }, usable => [
      numberColumn(9),
      { title: 'Nama Instruktur', width: 60, cell: one => one.name },
      { title: 'NIP', width: 38, align: 'center', size: 9, cell: ({ nip }) => (nip === '' ? '–' : showNip(nip)) },
      { title: 'Pend.', width: 18, align: 'center' },
      {
        title: 'No. Sertifikat BNSP',
        width: 45,
        size: 9,
        cell: one => one.credential?.number ?? 'Belum ada sertifikat BNSP',
      },
      { title: 'Skema Sertifikasi', width: usable - 210, size: 9, cell: one => one.credential?.scheme ?? '–' },
      {
        title: 'Berlaku s.d.',
        width: 26,
        align: 'center',
        size: 8.5,
        cell: ({ credential }) => (credential ? longDate(credential.validUntil) : '–'),
      },
      { title: 'JP', width: 14, align: 'right', cell: one => String(one.hours) },
    ]),
    signOff: () => byHead(facts, { lead: 9 }),
  })
}
