import type { InstructorFacts } from '../../../../../shared/facts/cohort-facts.ts'
import {
  type LessonFacts,
  type TaughtDayFacts,
  type TeachingFacts,
  taughtUntilDay,
} from '../../../../../shared/facts/teaching-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { showNip } from '../../../../../shared/features/centre/signatory.ts'
import { lessonRange } from '../../../../../shared/features/teaching/lesson.ts'
import { dateRange, longDate } from '../../../../../shared/kernel/plain-date.ts'
import { cohortSubtitle, cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { blankRows, drawListPaper } from '../../../paper-kit/list-paper.ts'
import { officialBlock, placeAndDate, type SignOffRequest } from '../../../paper-kit/signature-blocks.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'

type TaughtLesson = { day: TaughtDayFacts; lesson: LessonFacts }

/** Hours of closed days by instructor with totals. Unconfirmed hours are not included. */
export function drawTeachingHours(facts: TeachingFacts, size: PaperSize): DrawnPaper {
  const { cohort, days } = facts
  return drawListPaper(facts, size, 'list', {
    name: 'Daftar Jam Mengajar',
    footer: 'Daftar jam mengajar',
    title: 'DAFTAR JAM MENGAJAR INSTRUKTUR',
    subtitle: cohortSubtitle(cohort),
    info: [
      { label: 'Kejuruan/Angkatan', value: cohortTitle(cohort) },
      { label: 'Periode', value: `${dateRange(cohort.start, cohort.end)} (${days.length} hari kerja)` },
      { label: '1 JP', value: `${cohort.minutesPerHour} menit` },
    ],
    table: tableOf,
    rows: rowsOf(facts),
    // Totals are rows too: keeps at least two lessons with them.
    keep: 4,
    signOff: sheet => teachingSignOff(sheet, facts, formatBasis(facts)),
  })
}

/** Signature of the head; above, the day up to which hours are recorded. */
export function teachingSignOff(
  sheet: Sheet,
  { head, centre, signedOn }: TeachingFacts,
  basis: string,
): SignOffRequest {
  return {
    left: null,
    right: officialBlock(head, [placeAndDate(centre.city, signedOn), 'Mengetahui'], false),
    lead: 14,
    note: y => sheet.text(basis, sheet.left, y + 4.6, { face: 'arimo', size: 8, colour: colours.grey }),
  }
}

function tableOf(usable: number): Table {
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
  // An empty form while nothing is closed.
  if (lessons.length === 0) return blankRows(15, 7)
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
        lessonRange(lesson),
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
