import type { CohortFacts, DayFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange, longDate, weekdayName } from '../../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortTitle, holidayReason, holidaysOf, instructorNames } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper } from '../../../paper-kit/list-paper.ts'
import { letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import { drawCompactLetterhead } from '../../../pdf/page/letterhead.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { drawInfoColumns } from '../../../pdf/table/info-rows.ts'
import type { Row, Table } from '../../../pdf/table/table.ts'
import { allowedSign, drawScheduleNote, isAllowed } from './schedule-note.ts'

const title = 'JADWAL PELATIHAN'
const dayRow = 5.7
const holidayRow = 5
/** On landscape F4 the room is shown in each row; on A4 above the table. */
const roomFrom = 290

/** One row for each day; days off between are shown with the reason, weekends are not. */
export function drawSchedule(facts: CohortFacts, size: PaperSize): DrawnPaper {
  const { centre, cohort } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Jadwal Pelatihan',
    footer: `Jadwal pelatihan · versi ${cohort.planVersion}`,
    title,
    head: sheet => {
      const period = dateRange(cohort.start, cohort.end)
      return drawInfo(sheet, facts, drawCompactLetterhead(sheet, letterheadOf(centre), title, period) + 5.4) + 3.2
    },
    table: tableOf,
    rows: usable => rowsOf(facts, usable > roomFrom),
    signOff: sheet => byHead(facts, { lead: 8, note: y => drawNote(sheet, facts, y + 4.4) }),
  })
}

function drawInfo(sheet: Sheet, facts: CohortFacts, y: number): number {
  const { cohort, days } = facts
  const hours = days.reduce((sum, day) => sum + day.hours, 0)
  const load = `${hours}\u00a0JP dalam ${days.length} hari kerja (1\u00a0JP = ${cohort.minutesPerHour} menit)`
  const left = [
    { label: 'Program/Angkatan', value: cohortTitle(cohort) },
    { label: 'Jumlah jam', value: load },
  ]
  const right = [
    { label: 'Tempat', value: cohort.room },
    { label: 'Instruktur', value: instructorNames(facts).join('; ') },
  ]
  return drawInfoColumns(sheet, y, { share: 0.53, left, leftLabel: 31, right, rightLabel: 22 })
}

function tableOf(usable: number): Table {
  const hasRoom = usable > roomFrom
  const [instructors, room] = hasRoom ? [60, 29] : [60, 0]
  return {
    columns: [
      { title: 'Hari ke-', width: 14, align: 'center' },
      { title: 'Hari, Tanggal', width: 45, size: 9 },
      { title: 'Waktu', width: 28, align: 'center', size: 9 },
      { title: 'JP', width: 10, align: 'center' },
      { title: 'Topik/Materi', width: usable - 97 - instructors - room, size: 8.5 },
      { title: 'Instruktur', width: instructors, size: 8.5 },
      ...(hasRoom ? [{ title: 'Ruang', width: room, size: 9 }] : []),
    ],
    headHeight: 7,
  }
}

function rowsOf(facts: CohortFacts, hasRoom: boolean): Row[] {
  const rows = [
    ...facts.days.map(day => ({ date: day.date, row: dayRowOf(day, facts, hasRoom) })),
    ...holidaysOf(facts).map(day => ({ date: day.date, row: holidayRowOf(day, hasRoom ? 5 : 4) })),
  ]
  return rows.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map(({ row }) => row)
}

function dayRowOf(day: DayFacts, { centre, cohort }: CohortFacts, hasRoom: boolean): Row {
  return {
    height: dayRow,
    cells: [
      String(day.n),
      `${weekdayName(day.date)}, ${longDate(day.date)}`,
      timeRange(day.startTime, day.endTime, centre.zone),
      String(day.hours),
      day.topic,
      teachersOfDay(day),
      ...(hasRoom ? [cohort.room] : []),
    ],
  }
}

/** 'Rina Marliana, S.Pd.; Sari Dewi*' */
function teachersOfDay(day: DayFacts): string {
  return day.instructors.map(({ name }) => (isAllowed(day, name) ? `${name}${allowedSign}` : name)).join('; ')
}

function holidayRowOf(day: CohortFacts['skipped'][number], span: number): Row {
  const reason = holidayReason(day)
  const words = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}`
  return {
    height: holidayRow,
    tint: colours.pale,
    cells: [
      '',
      { text: `${weekdayName(day.date)}, ${longDate(day.date)}`, face: 'arimo-italic', size: 8.5 },
      { text: `Tidak ada pelatihan: ${words}`, span, face: 'arimo-italic', size: 8.5 },
    ],
  }
}

function drawNote(sheet: Sheet, { cohort, days }: CohortFacts, y: number): void {
  const version = `Jadwal dapat berubah karena hari libur baru; lembar yang berlaku adalah versi terakhir (versi ${cohort.planVersion}).`
  drawScheduleNote(sheet, days, version, y)
}
