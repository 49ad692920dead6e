import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { officeOf } from '../../../../../shared/features/paper/signatory.ts'
import type {
  ApplicantFacts,
  RegistrationFacts,
} from '../../../../../shared/features/registration/registration-facts.ts'
import { longDate } from '../../../../../shared/kernel/date-format.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { participantColumns, participantRow } from '../../../paper-kit/participants-table.ts'
import { officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Column, Row } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'

const title = 'DAFTAR PESERTA PELATIHAN'

export type DecreeFacts = RegistrationFacts & { decree: NonNullable<RegistrationFacts['decree']> }

/** The list behind the decree: those who were taken in, then the reserves in order. */
export function drawDecreeParticipants(facts: DecreeFacts, size: PaperSize): DrawnPaper {
  const { centre, decree, head } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Lampiran SK ${facts.title}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const annex = [
    { label: 'Lampiran', value: `Keputusan ${officeOf(head)}` },
    { label: 'Nomor', value: decree.number },
    { label: 'Tanggal', value: longDate(decree.date) },
    { label: 'Tentang', value: `Penetapan Peserta ${facts.title}` },
  ]
  const annexEnd = drawInfoRows(sheet, sheet.left, letterheadEnd + 7, annex, { labelWidth: 20, right: sheet.right })
  const titleEnd = drawListTitle(sheet, annexEnd + 10, title, facts.program)
  const columns = participantColumns(sheet.right - sheet.left)
  const planned = planTable(sheet, {
    table: { columns, headHeight: 7.2 },
    rows: rowsOf(facts, columns),
    firstTop: titleEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(head, [placeAndDate(centre.city, decree.date)], true),
      lead: 9,
    }),
    keep: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, facts.title)
    const left = `${facts.title} · Lampiran SK · RAHASIA: memuat data pribadi`
    drawFooter(sheet, left, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
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
