import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName } from '../../../../../shared/features/centre/signatory.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawFilledRows } from '../../../paper-kit/filled-rows.ts'
import { dressPage, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table/table-pages.ts'

const rowsStyle = { face: 'arimo', size: 9.5, leading: 4.8 } as const
/** Room for guests behind the members, and for everybody while nobody is named. */
const freeRows = 2
const emptyRows = 10

/** Daftar hadir sidang kelulusan: the members of the panel, with free lines for guests. */
export function drawPanelAttendance(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, panel, printedAt } = facts
  const { sheet, filled } = openLetter(facts, size, 'list', 'Daftar Hadir Sidang Kelulusan')
  const title = filled.words('judul').toUpperCase()
  sheet.addPage()
  const titleEnd = drawListTitle(sheet, drawLetterhead(sheet, letterheadOf(centre)) + 8.5, title, cohortTitle(cohort))
  const place = { labelWidth: 33, right: sheet.right, style: rowsStyle }
  const infoEnd = drawFilledRows(sheet, sheet.left, titleEnd + 9, filled.rows('acara'), place)
  const members = panel?.members ?? []
  // An even number of rows: signatures stand in pairs.
  const empty = members.length === 0 ? emptyRows : freeRows + (members.length % 2)
  const people = [...members.map(one => [capitalName(one.name), one.role]), ...Array.from({ length: empty }, () => [])]
  const usable = sheet.right - sheet.left
  const planned = planTable(sheet, {
    table: {
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: 70 },
        { title: 'Jabatan', width: 45, size: 9 },
        { title: 'Tanda Tangan', width: usable - 125 },
      ],
      headHeight: 7.4,
      zigzag: true,
    },
    rows: people.map((cells, index) => ({ height: 10, cells: [String(index + 1), ...cells] })),
    spaces: people.map((_, index) => ({ number: index + 1, remark: '' })),
    firstTop: infoEnd + 3.6,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(
        letter.values.signatory,
        [dottedPlace(centre.city, letter.values.heldOn), 'Mengetahui'],
        true,
      ),
      lead: 10,
    }),
    keep: 2,
    step: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    const footer = `${cohort.code} · Daftar hadir sidang kelulusan`
    dressPage(sheet, page, pages, { printedAt, title: 'DAFTAR HADIR', subject: cohortTitle(cohort), footer })
  })
  warnOfMissing(sheet, filled)
  return sheet.finish()
}
