import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import type { InstructorFacts } from '../../../../../shared/features/cohort/cohort-facts.ts'
import { showNip } from '../../../../../shared/features/paper/signatory.ts'
import {
  type LessonFacts,
  type TaughtDayFacts,
  type TeachingFacts,
  taughtUntilDay,
} from '../../../../../shared/features/teaching/teaching-facts.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/date-format.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { formatPrinted, letterheadOf, openSheet, printedDate } from '../../../paper-kit/paper-sheet.ts'
import { officialBlock, placeAndDate, signOffs } from '../../../paper-kit/signature-blocks.ts'
import { drawFooter } from '../../../pdf/footer.ts'
import { drawInfoRows } from '../../../pdf/info-rows.ts'
import { drawLetterhead } from '../../../pdf/letterhead.ts'
import { drawContinuedTitle, drawListTitle } from '../../../pdf/paper-title.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table.ts'
import { drawPlannedTable, planTable } from '../../../pdf/table-pages.ts'

const title = 'DAFTAR JAM MENGAJAR INSTRUKTUR'

type TaughtLesson = { day: TaughtDayFacts; lesson: LessonFacts }

/** Hours of the closed days, instructor by instructor with the sum of each. Hours nobody vouches for are in no sum. */
export function drawTeachingHours(facts: TeachingFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Daftar Jam Mengajar ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const info = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${facts.days.length} hari kerja)` },
    { label: '1 JP', value: `${cohort.minutesPerHour} menit` },
  ]
  const infoEnd = drawInfoRows(sheet, sheet.left, titleEnd + 7.3, info, { labelWidth: 33, right: sheet.right })
  const planned = planTable(sheet, {
    table: tableOf(sheet),
    rows: rowsOf(facts),
    firstTop: infoEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(facts.head, [placeAndDate(centre.city, facts.signedOn), 'Mengetahui'], false),
      lead: 14,
      note: y => sheet.text(formatBasis(facts), sheet.left, y + 4.6, { face: 'arimo', size: 8, colour: colours.grey }),
    }),
    // The sums are rows as well: two hours stay with them.
    keep: 4,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
    drawFooter(sheet, `${cohort.code} · Daftar jam mengajar`, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

function tableOf(sheet: Sheet): Table {
  const usable = sheet.right - sheet.left
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Tanggal', width: 34 },
      { title: 'Jam', width: 24, align: 'center' },
      { title: 'Unit/Materi', width: usable - 81, size: 9 },
      { title: 'JP', width: 14, align: 'right' },
    ],
    headHeight: 7.2,
  }
}

function rowsOf({ teaching }: TeachingFacts): Row[] {
  const lessons = teaching.filter(day => day.closed).flatMap(day => day.lessons.map(lesson => ({ day, lesson })))
  if (lessons.length === 0) return emptyRows()
  const people = Map.groupBy(lessons, ({ lesson }) => keyOf(lesson.instructor))
  const sections = [...people.values()].toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'id'))
  return [...sections.flatMap(sectionRows), totalRow('JUMLAH SELURUHNYA', sumOf(lessons))]
}

function sectionRows(own: readonly TaughtLesson[]): Row[] {
  const [first] = own
  if (!first) return []
  const { name, nip } = first.lesson.instructor
  const head = nip === '' ? name : `${name}   NIP\u00a0${showNip(nip)}`
  const days = new Set(own.map(({ day }) => day.n)).size
  return [
    { height: 6.8, tint: '#F2F2F2', cells: [{ text: head, span: 5, align: 'left', face: 'arimo-bold' }] },
    ...own.map(({ day, lesson }, index) => ({
      height: 6.3,
      cells: [
        String(index + 1),
        longDate(day.date),
        lesson.start === '' ? '' : timeRange(lesson.start, lesson.end),
        `${lesson.unit} (${lesson.kind === 'theory' ? 'teori' : 'praktik'})`,
        String(lesson.hours),
      ],
    })),
    totalRow(`Jumlah ${name}, ${days} hari`, sumOf(own)),
  ]
}

function totalRow(text: string, hours: number): Row {
  return {
    height: 7.4,
    tint: colours.tint,
    cells: [
      { text, span: 4, align: 'right', face: 'arimo-bold' },
      { text: String(hours), face: 'arimo-bold' },
    ],
  }
}

/** Before anything is closed the form is written by hand. */
function emptyRows(): Row[] {
  return Array.from({ length: 15 }, (_, index) => ({ height: 7, cells: [String(index + 1)] }))
}

function sumOf(lessons: readonly TaughtLesson[]): number {
  return lessons.reduce((sum, { lesson }) => sum + lesson.hours, 0)
}

function keyOf({ name, nip }: InstructorFacts): string {
  return `${name} ${nip}`
}

function nameOf(own: readonly TaughtLesson[]): string {
  return own[0]?.lesson.instructor.name ?? ''
}

function formatBasis({ teaching }: TeachingFacts): string {
  const until = taughtUntilDay(teaching)
  const further = teaching.filter(day => day.closed && day.n > until).map(day => day.n)
  const base = until === 0 ? 'Belum ada hari yang ditutup' : `Dicatat sampai hari ke-${until}`
  return further.length === 0 ? `${base}.` : `${base}, dan hari ke-${further.join(', ')}.`
}
