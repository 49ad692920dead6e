import type { CohortFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { colours, type DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row } from '../../../pdf/table/table.ts'

export type ContentsEntry = {
  section: string
  title: string
  /** Page in the whole file, from 1; null for a paper that is not in it. */
  page: number | null
  /** 'hasil scan bertanda tangan', or why it is not in the file. */
  note: string
}

type ContentsFacts = Pick<CohortFacts, 'centre' | 'cohort' | 'printedAt'> & { entries: readonly ContentsEntry[] }

/** Contents of the file with page numbers; its length does not depend on the numbers. */
export function drawContents(facts: ContentsFacts, size: PaperSize): DrawnPaper {
  const { cohort, entries } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar Isi',
    footer: 'Daftar isi',
    title: 'DAFTAR ISI BERKAS PELATIHAN',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: 'Kode kelas', value: cohort.code },
      { label: 'Masa pelatihan', value: dateRange(cohort.start, cohort.end) },
    ],
    table: usable => ({
      columns: [
        { title: 'No.', width: 10, align: 'center' },
        { title: 'Berkas', width: usable - 86 },
        { title: 'Keterangan', width: 58, size: 8.5 },
        { title: 'Halaman', width: 18, align: 'right' },
      ],
      headHeight: 7.2,
    }),
    rows: rowsOf(entries),
  })
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
