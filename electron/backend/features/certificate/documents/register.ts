import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { cohortSubtitle, cohortTitle, courseName } from '../../../paper-kit/cohort-format.ts'
import { decisionOf } from '../../../paper-kit/decision-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

/** Who was given which number, with a place to sign for it. Before anything is issued: who may get one. */
export function drawRegister(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  const rows = rowsOf(facts)
  return drawListPaper(facts, size, 'wide', {
    name: 'Register sertifikat',
    title: 'REGISTER SERTIFIKAT PELATIHAN',
    subtitle: [cohortTitle(cohort), cohortSubtitle(cohort)].filter(part => part !== '').join('  ·  '),
    table: usable => ({
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nomor Sertifikat', width: 52, size: 9 },
        { title: 'Nama Peserta', width: usable - 202 },
        { title: 'Program', width: 50, size: 9 },
        { title: 'Tanggal', width: 28, align: 'center', size: 8.5 },
        { title: 'Diambil Tanggal', width: 28, align: 'center', size: 8.5 },
        { title: 'Tanda Tangan', width: 34 },
      ],
      headHeight: 7.2,
    }),
    rows: rows.length === 0 ? blankRows(10, 10) : rows,
    signOff: () => byHead(facts, { lead: 9 }),
  })
}

function rowsOf({ certificates, trainees, cohort }: ListFacts): Row[] {
  const program = courseName(cohort)
  if (certificates.length > 0)
    return certificates.map(({ number, name, issuedOn, collectedOn }, index) => ({
      height: 10,
      cells: [
        String(index + 1),
        number,
        name.toUpperCase(),
        program,
        longDate(issuedOn),
        collectedOn ? longDate(collectedOn) : '',
      ],
    }))
  const decided = trainees.some(trainee => trainee.decision !== null)
  const awaited = trainees.filter(one => (decided ? one.decision === 'passed' : decisionOf(one) === null))
  return awaited.map(({ name }, index) => ({
    height: 10,
    cells: [String(index + 1), '', name.toUpperCase(), program],
  }))
}
