import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { CohortFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { dateRange } from '../../../../../shared/kernel/date-format.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'

export type ContentsEntry = {
  section: string
  title: string
  /** Of the whole file, counted from 1; null for a paper that is not in it. */
  page: number | null
  /** 'pindaian bertanda tangan', or why it is not in the file. */
  note: string
}

type ContentsFacts = Pick<CohortFacts, 'centre' | 'cohort' | 'printedAt'> & { entries: readonly ContentsEntry[] }

const title = 'DAFTAR ISI BERKAS PELATIHAN'

/** What the file of a class holds and on which page; how many pages it takes does not depend on the page numbers. */
export function drawContents(facts: ContentsFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort, entries } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Daftar Isi ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const about = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Kode kelas', value: cohort.code },
    { label: 'Masa pelatihan', value: dateRange(cohort.start, cohort.end) },
  ]
  const infoEnd = drawInfoRows(sheet, sheet.left, titleEnd + 7.3, about, { labelWidth: 33, right: sheet.right })
  const usable = sheet.right - sheet.left
  const planned = planTable(sheet, {
    table: {
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Berkas', width: usable - 86 },
        { title: 'Keterangan', width: 58, size: 8.5 },
        { title: 'Halaman', width: 18, align: 'right' },
      ],
      headHeight: 7.2,
    },
    rows: rowsOf(entries),
    firstTop: infoEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: [{ height: 0, draw: () => {} }],
    keep: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
    drawFooter(sheet, `${cohort.code} · Daftar isi`, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

function rowsOf(entries: readonly ContentsEntry[]): Row[] {
  let number = 0
  return [...Map.groupBy(entries, entry => entry.section)].flatMap(([section, own]): Row[] => [
    { height: 6.2, tint: colours.pale, cells: [{ text: section, span: 4, face: 'arimo-bold' }] },
    ...own.map(({ title: paper, page, note }): Row => {
      number += 1
      const colour = page === null ? colours.grey : colours.ink
      return {
        height: 6,
        cells: [
          { text: String(number), colour },
          { text: paper, colour },
          { text: note, colour },
          { text: page === null ? '–' : String(page), colour },
        ],
      }
    }),
  ])
}
