import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { longDate, type PlainDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle, courseName, decisionOf } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** Assigned numbers, with a place to sign. Before the issue: everybody who may get one. */
export function drawRegister(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort } = facts
  const program = courseName(cohort)
  return drawListPaper(facts, size, 'wide', {
    name: 'Register sertifikat',
    title: 'REGISTER SERTIFIKAT PELATIHAN',
    subtitle: [cohortTitle(cohort), cohortSubtitle(cohort)].filter(part => part !== '').join('  ·  '),
    ...listOf(linesOf(facts), { height: 10, blanks: 10 }, usable => [
      numberColumn(10),
      { title: 'Nomor Sertifikat', width: 52, size: 9, cell: one => one.number },
      { title: 'Nama Peserta', width: (usable - 152) * 0.56, cell: one => one.name.toUpperCase() },
      { title: 'Program', width: (usable - 152) * 0.44, size: 9, cell: () => program },
      { title: 'Tanggal', width: 28, align: 'center', size: 8.5, cell: one => dateText(one.issuedOn) },
      { title: 'Diambil Tanggal', width: 28, align: 'center', size: 8.5, cell: one => dateText(one.collectedOn) },
      { title: 'Tanda Tangan', width: 34 },
    ]),
    signOff: () => byHead(facts, { lead: 9 }),
  })
}

type Line = { number: string; name: string; issuedOn: PlainDate | null; collectedOn: PlainDate | null }

function linesOf({ certificates, trainees }: ListFacts): readonly Line[] {
  if (certificates.length > 0) return certificates
  const decided = trainees.some(trainee => trainee.decision !== null)
  const awaited = trainees.filter(one => (decided ? one.decision === 'passed' : decisionOf(one) === null))
  return awaited.map(({ name }) => ({ number: '', name, issuedOn: null, collectedOn: null }))
}

function dateText(date: PlainDate | null): string {
  return date ? longDate(date) : ''
}
