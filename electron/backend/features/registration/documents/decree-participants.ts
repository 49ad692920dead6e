import type { ApplicantFacts, RegistrationFacts } from '../../../../../shared/facts/registration-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { officeOf } from '../../../../../shared/features/centre/signatory.ts'
import { longDate } from '../../../../../shared/kernel/plain-date.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { participantColumns, participantRow } from '../../../paper-kit/participants-table.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import { drawInfoRows } from '../../../pdf/table/info-rows.ts'
import type { Column, Row } from '../../../pdf/table/table.ts'

export type DecreeFacts = RegistrationFacts & { decree: NonNullable<RegistrationFacts['decree']> }

/** The list attached to the decree: accepted people, then reserves in order. */
export function drawDecreeParticipants(facts: DecreeFacts, size: PaperSize): DrawnPaper {
  const { centre, decree, head } = facts
  const title = 'DAFTAR PESERTA PELATIHAN'
  const annex = [
    { label: 'Lampiran', value: `Keputusan ${officeOf(head)}` },
    { label: 'Nomor', value: decree.number },
    { label: 'Tanggal', value: longDate(decree.date) },
    { label: 'Tentang', value: `Penetapan Peserta ${facts.title}` },
  ]
  return drawListPaper(facts, size, 'list', {
    name: 'Lampiran SK',
    isFormal: true,
    title,
    head: sheet => {
      const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
      const end = drawInfoRows(sheet, sheet.left, letterheadEnd + 7, annex, { labelWidth: 20, right: sheet.right })
      return drawListTitle(sheet, end + 10, title, facts.program) + 3.4
    },
    table: usable => ({ columns: participantColumns(usable), headHeight: 7.2 }),
    rows: usable => rowsOf(facts, participantColumns(usable)),
    signOff: () => byHead(facts, { rank: true, date: decree.date, lead: 9 }),
  })
}

function rowsOf({ applicants }: DecreeFacts, columns: readonly Column[]): Row[] {
  const rows = (people: readonly ApplicantFacts[]) =>
    people.map((one, index) => participantRow(one.person, index + 1, columns))
  const accepted = applicants.filter(one => one.decision === 'accepted')
  const reserves = applicants.filter(one => one.decision === 'reserve')
  if (reserves.length === 0) return rows(accepted)
  const head: Row = {
    height: 6,
    tint: colours.tint,
    cells: [{ text: 'Cadangan menurut urutan', span: columns.length, align: 'center', size: 9, face: 'arimo-bold' }],
  }
  return [...rows(accepted), head, ...rows(reserves)]
}
