import type { CandidateFacts, ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { fullDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, type ListColumn, listOf } from '../../../paper-kit/list-paper.ts'
import { placeAndDate, roleBlock } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Column } from '../../../pdf/table/table.ts'

const blanks = 20
/** Aspects of an interview, each scored from 0 to 100. */
const aspects = ['Motivasi', 'Kesiapan hadir', 'Rencana kerja/usaha', 'Sikap'] as const

/** Scores of the written test; blank until entered. */
export function drawTestSheet(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawSheet(facts, size, {
    title: 'LEMBAR NILAI TES TERTULIS',
    date: facts.meetings.test,
    columns: [{ title: 'Nilai', width: 22, align: 'right', cell: one => mark(one.test) }],
  })
}

/** Scores of the interview by aspect; the result is shown at the right once entered. */
export function drawInterviewSheet(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawSheet(facts, size, {
    title: 'LEMBAR WAWANCARA CALON PESERTA',
    date: facts.meetings.interview,
    columns: [
      ...aspects.map((title): Column => ({ title, width: 19, align: 'center' })),
      { title: 'Nilai', width: 18, align: 'right', cell: one => mark(one.interview) },
    ],
  })
}

type SelectionSheet = {
  title: string
  date: ListFacts['meetings']['test']
  columns: readonly ListColumn<CandidateFacts>[]
}

function drawSheet(facts: ListFacts, size: PaperSize, { title, date, columns }: SelectionSheet): DrawnPaper {
  const { candidates, cohort, centre } = facts
  const taken = columns.reduce((sum, column) => sum + column.width, 0)
  const invited = (candidates ?? []).filter(one => one.administration !== false)
  return drawListPaper(facts, size, 'list', {
    name: title.charAt(0) + title.slice(1).toLowerCase(),
    title,
    subtitle: cohortTitle(cohort),
    info: [{ label: 'Hari, tanggal', value: date === null ? '' : fullDate(date) }],
    ...listOf(invited, { height: 7.5, blanks, headHeight: 10.5 }, usable => [
      { title: 'No.', width: 10, align: 'center', cell: one => String(one.number) },
      { title: 'Nama', width: usable - 64 - taken, cell: one => one.name.toUpperCase() },
      { title: 'Kelurahan', width: 28, size: 9, cell: one => one.village || '–' },
      ...columns,
      { title: 'Catatan', width: 26, size: 9 },
    ]),
    signOff: () => ({
      left: null,
      right: roleBlock(null, 'Penguji', [placeAndDate(centre.city, date)]),
      lead: 10,
    }),
  })
}

function mark(value: number | null): string {
  return value === null ? '' : hundredths(value)
}
