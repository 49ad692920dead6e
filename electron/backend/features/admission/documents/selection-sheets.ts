import type { CandidateFacts, ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { fullDate } from '../../../../../shared/kernel/date-format.ts'
import { hundredths } from '../../../../../shared/kernel/number-format.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { placeAndDate, roleBlock } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Column } from '../../../pdf/table/table.ts'

const blanks = 20
/** What is asked in an interview; each is marked from 0 to 100. */
const aspects = ['Motivasi', 'Kesiapan hadir', 'Rencana kerja/usaha', 'Sikap'] as const

/** Marks of the written test: written in by hand until they are entered. */
export function drawTestSheet(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawSheet(facts, size, {
    title: 'LEMBAR NILAI TES TERTULIS',
    date: facts.meetings.test,
    columns: [{ title: 'Nilai', width: 22, align: 'right' }],
    cells: ({ test }) => [test === null ? '' : hundredths(test)],
  })
}

/** Marks of the interview by what was asked; once entered the result stands at the right. */
export function drawInterviewSheet(facts: ListFacts, size: PaperSize): DrawnPaper {
  return drawSheet(facts, size, {
    title: 'LEMBAR WAWANCARA CALON PESERTA',
    date: facts.meetings.interview,
    columns: [
      ...aspects.map((title): Column => ({ title, width: 19, align: 'center' })),
      { title: 'Nilai', width: 18, align: 'right' },
    ],
    cells: ({ interview }) => [...aspects.map(() => ''), interview === null ? '' : hundredths(interview)],
  })
}

type SelectionSheet = {
  title: string
  date: ListFacts['meetings']['test']
  columns: readonly Column[]
  cells: (candidate: CandidateFacts) => string[]
}

function drawSheet(facts: ListFacts, size: PaperSize, { title, date, columns, cells }: SelectionSheet): DrawnPaper {
  const { candidates, cohort, centre } = facts
  const invited = (candidates ?? []).filter(one => one.administration !== false)
  return drawListPaper(facts, size, 'list', {
    name: title.charAt(0) + title.slice(1).toLowerCase(),
    title,
    subtitle: cohortTitle(cohort),
    info: [{ label: 'Hari, tanggal', value: date === null ? '' : fullDate(date) }],
    table: usable => {
      const taken = columns.reduce((sum, column) => sum + column.width, 0)
      return {
        columns: [
          { title: 'No.', width: 10, align: 'center' },
          { title: 'Nama', width: usable - 64 - taken },
          { title: 'Kelurahan', width: 28, size: 9 },
          ...columns,
          { title: 'Catatan', width: 26, size: 9 },
        ],
        headHeight: 10.5,
      }
    },
    rows:
      invited.length === 0
        ? blankRows(blanks, 7.5)
        : invited.map(one => ({
            height: 7.5,
            cells: [String(one.number), one.name.toUpperCase(), one.village || '–', ...cells(one)],
          })),
    signOff: () => ({
      left: null,
      right: roleBlock(null, 'Penguji', [placeAndDate(centre.city, date)]),
      lead: 10,
    }),
  })
}
