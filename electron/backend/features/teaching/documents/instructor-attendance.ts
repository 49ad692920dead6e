import {
  type LessonFacts,
  type TaughtDayFacts,
  type TeachingFacts,
  taughtUntilDay,
} from '../../../../../shared/facts/teaching-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange, shortDate, weekdayName, yearOf } from '../../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf, numberColumn } from '../../../paper-kit/list-paper.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'
import { teachingSignOff } from './teaching-hours.ts'

/** A row to sign for each instructor and continuous part of a day; coming days are as in the timetable. */
export function drawInstructorAttendance(facts: TeachingFacts, size: PaperSize): DrawnPaper {
  const { cohort, days, teaching } = facts
  const stretches = teaching.flatMap(day => stretchesOf(day).map(stretch => ({ day, stretch })))
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
    // A class without timetable and instructors gets an empty form.
    ...listOf(stretches, { height: 9, blanks: 15 }, usable => [
      numberColumn(9),
      { title: 'Hari/Tanggal', width: 34, size: 9, cell: ({ day }) => formatDay(day) },
      { title: 'Nama Instruktur', width: 38, size: 9, cell: ({ stretch }) => stretch.name },
      { title: 'Jam', width: 21, align: 'center', size: 9, cell: ({ stretch }) => formatTimes(stretch) },
      { title: 'JP', width: 9, align: 'center', cell: ({ stretch }) => String(stretch.hours) },
      { title: 'Materi/Unit', width: usable - 136, size: 8.5, cell: ({ stretch }) => stretch.units.join('; ') },
      { title: 'Tanda Tangan', width: 25, cell: () => '' },
    ]),
    signOff: sheet => teachingSignOff(sheet, facts, formatBasis(facts)),
  })
}

/** Continuous lessons of one instructor on a day, signed once. */
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

function formatDay({ date }: TaughtDayFacts): string {
  return `${weekdayName(date)}, ${shortDate(date)} ${yearOf(date)}`
}

function formatTimes({ start, end }: Stretch): string {
  return start === '' ? '' : timeRange(start, end)
}

function formatBasis({ teaching, days }: TeachingFacts): string {
  const until = taughtUntilDay(teaching)
  if (until === 0) return 'Menurut jadwal; belum ada hari yang ditutup.'
  if (until === days.length) return `Dicatat sampai hari ke-${until}.`
  return `Dicatat sampai hari ke-${until}; selebihnya menurut jadwal sampai harinya ditutup.`
}
