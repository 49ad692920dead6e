import type { CohortLetterFacts } from '../../../../../shared/facts/letter-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { capitalName } from '../../../../../shared/features/centre/signatory.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { dottedPlace, openLetter } from '../../../paper-kit/cohort-letter.ts'
import { warnOfMissing } from '../../../paper-kit/fill-letter.ts'
import { drawFilledRows } from '../../../paper-kit/filled-rows.ts'
import { drawList } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock } from '../../../paper-kit/signature-blocks.ts'
import { drawLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawListTitle } from '../../../pdf/page/paper-title.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

const rowsStyle = { face: 'arimo', size: 9.5, leading: 4.8 } as const
/** Rows for guests after the members, and for everybody if no members are known. */
const freeRows = 2
const emptyRows = 10

/** Daftar hadir sidang kelulusan: members of the panel, and blank lines for guests. */
export function drawPanelAttendance(facts: CohortLetterFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, letter, panel } = facts
  const { signatory, heldOn } = letter.values
  const { sheet, filled } = openLetter(facts, size, 'list', 'Daftar Hadir Sidang Kelulusan')
  const members = panel?.members ?? []
  // An even number of rows, because signatures are in pairs.
  const empty = members.length === 0 ? emptyRows : freeRows + (members.length % 2)
  const people = [...members.map(one => [capitalName(one.name), one.role]), ...Array.from({ length: empty }, () => [])]
  drawList(sheet, facts, size, {
    name: 'Daftar hadir sidang kelulusan',
    title: 'DAFTAR HADIR',
    head: ({ left, right }) => {
      const title = filled.words('judul').toUpperCase()
      const top = drawLetterhead(sheet, letterheadOf(centre)) + 8.5
      const y = drawListTitle(sheet, top, title, cohortTitle(cohort)) + 9
      return drawFilledRows(sheet, left, y, filled.rows('acara'), { labelWidth: 33, right, style: rowsStyle }) + 3.6
    },
    table: usable => ({
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Nama', width: 70 },
        { title: 'Jabatan', width: 45, size: 9 },
        { title: 'Tanda Tangan', width: usable - 125 },
      ],
      headHeight: 7.4,
      zigzag: true,
    }),
    rows: people.map((cells, index) => ({ height: 10, cells: [String(index + 1), ...cells] })),
    spaces: people.map((_, index) => ({ number: index + 1, remark: '' })),
    signOff: () => ({
      left: null,
      right: officialBlock(signatory, [dottedPlace(centre.city, heldOn), 'Mengetahui'], true),
      lead: 10,
    }),
  })
  warnOfMissing(sheet, filled)
  return sheet.finish()
}
