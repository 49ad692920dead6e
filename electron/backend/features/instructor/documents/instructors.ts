import type { ListFacts, TeacherFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/date-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** Who teaches the class, with the certificate by which; education is written by hand. */
export function drawInstructors(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, teachers } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Daftar nominatif instruktur',
    title: 'DAFTAR NOMINATIF INSTRUKTUR PELATIHAN',
    subtitle: `${cohortTitle(cohort)}  ·  ${dateRange(cohort.start, cohort.end)}`,
    table: usable => ({
      columns: [
        { title: 'No.', width: 9, align: 'center' },
        { title: 'Nama Instruktur', width: 60 },
        { title: 'NIP', width: 38, align: 'center', size: 9 },
        { title: 'Pend.', width: 18, align: 'center' },
        { title: 'No. Sertifikat BNSP', width: 45, size: 9 },
        { title: 'Skema Sertifikasi', width: usable - 210, size: 9 },
        { title: 'Berlaku s.d.', width: 26, align: 'center', size: 8.5 },
        { title: 'JP', width: 14, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows: teachers.length === 0 ? blankRows(4, 10) : teachers.map(rowOf),
    signOff: () => byHead(facts, { lead: 9 }),
  })
}

function rowOf({ name, nip, credential, hours }: TeacherFacts, index: number): Row {
  return {
    height: 9,
    cells: [
      String(index + 1),
      name,
      nip === '' ? '–' : showNip(nip),
      '',
      credential?.number ?? 'Belum ada sertifikat BNSP',
      credential?.scheme ?? '–',
      credential ? longDate(credential.validUntil) : '–',
      String(hours),
    ],
  }
}
