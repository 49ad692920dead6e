import type { CohortFacts, DayFacts } from '../../../../../shared/facts/cohort-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { type ReturningPaper, returningPaper, type Session } from '../../../paper-kit/returning-sheet.ts'
import type { Sheet } from '../../../pdf/sheet.ts'
import { type DayKind, drawDaySheet } from './day-sheet.ts'

/** Signed once a day. */
const whole: DayKind = {
  place: 'day',
  signings: [null],
  footer: '',
  table: usable => ({
    columns: [
      { title: 'No.', width: 10, align: 'center', size: 10 },
      { title: 'Nama Peserta', width: 78, size: 10 },
      { title: 'L/P', width: 9, align: 'center', size: 10 },
      { title: 'Tanda Tangan', width: usable - 97 },
    ],
    headHeight: 7.2,
    zigzag: true,
  }),
  drawTotals: (sheet, y) => drawTotals(sheet, y, ['Hadir : ........ orang', ...absences], 5.6),
}

/** In the order of their columns. */
const sessions = ['pagi', 'siang'] as const satisfies readonly Session[]

/** Signed in the morning and after the break. */
const parted: DayKind = {
  place: 'sessions',
  signings: sessions,
  footer: ', pagi dan siang',
  table: usable => ({
    columns: [
      { title: 'No.', width: 10, align: 'center', size: 10 },
      { title: 'Nama Peserta', width: 62, size: 10 },
      { title: 'L/P', width: 9, align: 'center', size: 10 },
      { title: 'Pagi', width: (usable - 81) / 2 },
      { title: 'Siang', width: (usable - 81) / 2 },
    ],
    headHeight: 10.5,
    band: { title: 'Tanda Tangan', from: 3, count: 2, height: 5.2 },
    zigzag: true,
    zigzags: 2,
  }),
  drawTotals: (sheet, y) => drawTotals(sheet, y, ['Hadir pagi : ........', 'siang : ........ orang', ...absences], 4.6),
}

/** Attendance sheets of the given days in one file; each has its own page numbers. */
export function drawAttendanceDays(facts: CohortFacts, days: readonly DayFacts[], size: PaperSize): ReturningPaper {
  return drawSheets(facts, days, size, whole, 'Daftar Hadir Harian')
}

/** The same for days signed twice. */
export function drawAttendanceSessions(facts: CohortFacts, days: readonly DayFacts[], size: PaperSize): ReturningPaper {
  return drawSheets(facts, days, size, parted, 'Daftar Hadir Pagi dan Siang')
}

function drawSheets(facts: CohortFacts, days: readonly DayFacts[], size: PaperSize, kind: DayKind, name: string) {
  const sheet = openListSheet(facts, size, 'list', name)
  const sheets = days.flatMap(day => drawDaySheet(sheet, facts, day, size, kind))
  return returningPaper(sheet.finish(), sheets)
}

const absences = ['Sakit : ........', 'Izin : ........', 'Alpa : ........']

function drawTotals(sheet: Sheet, y: number, totals: readonly string[], gap: number): void {
  let x = sheet.left
  for (const total of totals) x += sheet.text(total, x, y, { face: 'arimo', size: 9.5 }) + gap
}
