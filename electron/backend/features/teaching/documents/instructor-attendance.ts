import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import {
  type LessonFacts,
  type TaughtDayFacts,
  type TeachingFacts,
  taughtUntilDay,
} from '../../../../../shared/features/teaching/teaching-facts.ts'
import { dateRange, shortDate, weekdayName } from '../../../../../shared/kernel/date-format.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
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

const title = 'DAFTAR HADIR INSTRUKTUR'
const rowHeight = 9

/** A row for each instructor and stretch of a day, to be signed; days to come stand as the timetable has them. */
export function drawInstructorAttendance(facts: TeachingFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort } = facts
  const sheet = openSheet({
    centre,
    size,
    grid: 'list',
    title: `Daftar Hadir Instruktur ${cohort.code}`,
    createdOn: printedDate(facts.printedAt),
  })
  sheet.addPage()
  const letterheadEnd = drawLetterhead(sheet, letterheadOf(centre))
  const titleEnd = drawListTitle(sheet, letterheadEnd + 7.5, title, cohortSubtitle(cohort))
  const info = [
    { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
    { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${facts.days.length} hari kerja)` },
    { label: 'Tempat', value: cohort.room },
  ]
  const infoEnd = drawInfoRows(sheet, sheet.left, titleEnd + 7.3, info, { labelWidth: 33, right: sheet.right })
  const stretches = facts.teaching.flatMap(day => stretchesOf(day).map(stretch => ({ day, stretch })))
  const rows = stretches.map(({ day, stretch }, index) => rowOf(day, stretch, index + 1))
  const planned = planTable(sheet, {
    table: tableOf(sheet),
    rows: rows.length > 0 ? rows : emptyRows(),
    firstTop: infoEnd + 3.4,
    nextTop: sheet.top + 7.7,
    signOffs: signOffs(sheet, {
      left: null,
      right: officialBlock(facts.head, [placeAndDate(centre.city, facts.signedOn), 'Mengetahui'], false),
      lead: 14,
      note: y => sheet.text(formatBasis(facts), sheet.left, y + 4.6, { face: 'arimo', size: 8, colour: colours.grey }),
    }),
    keep: 2,
  })
  const pages = planned.plan.pages.length
  drawPlannedTable(sheet, planned, page => {
    if (page > 0) drawContinuedTitle(sheet, sheet.top + 5, sheet.right, title, cohortTitle(cohort))
    const left = `${cohort.code} · Daftar hadir instruktur · jadwal versi ${cohort.planVersion}`
    drawFooter(sheet, left, formatPrinted(facts.printedAt, page, pages))
  })
  return sheet.finish()
}

/** What one instructor taught of a day without a gap: signed once. */
type Stretch = { name: string; start: string; end: string; hours: number; units: string[] }

function stretchesOf({ lessons }: TaughtDayFacts): Stretch[] {
  const rows: { stretch: Stretch; nextHour: number }[] = []
  for (const lesson of lessons) {
    const before = rows.findLast(row => row.stretch.name === lesson.instructor.name)
    if (before?.nextHour === lesson.firstHour) {
      const { stretch } = before
      stretch.end = lesson.end
      stretch.hours += lesson.hours
      if (!stretch.units.includes(lesson.unit)) stretch.units.push(lesson.unit)
      before.nextHour += lesson.hours
    } else rows.push({ stretch: stretchOf(lesson), nextHour: lesson.firstHour + lesson.hours })
  }
  return rows.map(row => row.stretch)
}

function stretchOf({ instructor, start, end, hours, unit }: LessonFacts): Stretch {
  return { name: instructor.name, start, end, hours, units: [unit] }
}

function tableOf(sheet: Sheet): Table {
  const usable = sheet.right - sheet.left
  return {
    columns: [
      { title: 'No.', width: 9, align: 'center' },
      { title: 'Hari/Tanggal', width: 34, size: 9 },
      { title: 'Nama Instruktur', width: 38, size: 9 },
      { title: 'Jam', width: 21, align: 'center', size: 9 },
      { title: 'JP', width: 9, align: 'center' },
      { title: 'Materi/Unit', width: usable - 136, size: 8.5 },
      { title: 'Tanda Tangan', width: 25 },
    ],
    headHeight: 7.2,
  }
}

function rowOf({ date }: TaughtDayFacts, { name, start, end, hours, units }: Stretch, number: number): Row {
  return {
    height: rowHeight,
    cells: [
      String(number),
      `${weekdayName(date)}, ${shortDate(date)} ${yearOf(date)}`,
      name,
      start === '' ? '' : timeRange(start, end),
      String(hours),
      units.join('; '),
      '',
    ],
  }
}

/** A class without timetable and instructors: the form is written by hand. */
function emptyRows(): Row[] {
  return Array.from({ length: 15 }, (_, index) => ({ height: rowHeight, cells: [String(index + 1)] }))
}

function formatBasis({ teaching, days }: TeachingFacts): string {
  const until = taughtUntilDay(teaching)
  if (until === 0) return 'Menurut jadwal; belum ada hari yang ditutup.'
  if (until === days.length) return `Dicatat sampai hari ke-${until}.`
  return `Dicatat sampai hari ke-${until}; selebihnya menurut jadwal sampai harinya ditutup.`
}
