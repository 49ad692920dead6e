import {
  type LessonFacts,
  type TaughtDayFacts,
  type TeachingFacts,
  taughtUntilDay,
} from '../../../../../shared/facts/teaching-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange, shortDate, weekdayName } from '../../../../../shared/kernel/date-format.ts'
import { yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows } from '../../../paper-kit/form-rows.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import { teachingSignOff } from './teaching-hours.ts'

const rowHeight = 9

/** A row for each instructor and stretch of a day, to be signed; days to come stand as the timetable has them. */
export function drawInstructorAttendance(facts: TeachingFacts, size: PaperSize): DrawnPaper {
  const { cohort, days, teaching } = facts
  const stretches = teaching.flatMap(day => stretchesOf(day).map(stretch => ({ day, stretch })))
  const rows = stretches.map(({ day, stretch }, index) => rowOf(day, stretch, index + 1))
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar Hadir Instruktur',
    footer: `Daftar hadir instruktur · jadwal versi ${cohort.planVersion}`,
    title: 'DAFTAR HADIR INSTRUKTUR',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${days.length} hari kerja)` },
      { label: 'Tempat', value: cohort.room },
    ],
    table: tableOf,
    // A class without timetable and instructors: the form is written by hand.
    rows: rows.length > 0 ? rows : blankRows(15, rowHeight),
    signOff: sheet => teachingSignOff(sheet, facts, formatBasis(facts)),
  })
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

function tableOf(usable: number): Table {
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

function formatBasis({ teaching, days }: TeachingFacts): string {
  const until = taughtUntilDay(teaching)
  if (until === 0) return 'Menurut jadwal; belum ada hari yang ditutup.'
  if (until === days.length) return `Dicatat sampai hari ke-${until}.`
  return `Dicatat sampai hari ke-${until}; selebihnya menurut jadwal sampai harinya ditutup.`
}
