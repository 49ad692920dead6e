import { byWeek, type ScheduleWeekFacts, type WeekDay } from '../../../../../shared/facts/week-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import {
  addDays,
  daysFrom,
  type PlainDate,
  shortDate,
  weekdayName,
  yearOf,
} from '../../../../../shared/kernel/plain-date.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { cohortTitle, holidayReason, holidaysOf } from '../../../paper-kit/cohort-format.ts'
import { openListSheet } from '../../../paper-kit/list-paper.ts'
import { decoratePage, letterheadOf } from '../../../paper-kit/paper-sheet.ts'
import { compactSignature, officialBlock, placeAndDate } from '../../../paper-kit/signature-blocks.ts'
import { drawCompactLetterhead } from '../../../pdf/page/letterhead.ts'
import { drawSignatures, signatureHeight, signatureNameOffset } from '../../../pdf/page/signatures.ts'
import { colours, type DrawnPaper, type Sheet } from '../../../pdf/sheet.ts'
import { fitCell } from '../../../pdf/table/cell-text.ts'
import { drawInfoColumns } from '../../../pdf/table/info-rows.ts'
import { allowedSign, drawScheduleNote, isAllowed } from './schedule-note.ts'
import { drawDay, drawDayOff, highestHour } from './week-column.ts'
import { heightOf, type PlacedRow, pausesHeight, placeRows } from './week-rows.ts'

type Week = { monday: PlainDate; days: WeekDay[] }
type Frame = { top: number; bodyTop: number; left: number; right: number }

const hourWidth = 10.5
const timeWidth = 19.5
const headHeight = 10.5

/** The timetable, one page a week: hours down, days across, units as blocks. */
export function drawScheduleWeek(facts: ScheduleWeekFacts, size: PaperSize): DrawnPaper {
  const { cohort, printedAt } = facts
  const sheet = openListSheet(facts, size, 'wide', 'Jadwal Mingguan')
  const weeks = byWeek(facts.timetable)
  const letters = teacherLetters(facts.timetable.flatMap(day => day.blocks.flatMap(block => block.teachers)))
  weeks.forEach((week, index) => {
    sheet.addPage()
    drawWeek(sheet, facts, week, index + 1, letters)
    const footer = `${cohort.code} · Jadwal minggu ke-${index + 1} · versi ${cohort.planVersion}`
    decoratePage(sheet, index, weeks.length, { printedAt, footer })
  })
  return sheet.finish()
}

function drawWeek(
  sheet: Sheet,
  facts: ScheduleWeekFacts,
  week: Week,
  number: number,
  letters: ReadonlyMap<string, string>,
): void {
  const { centre, cohort } = facts
  const period = formatPeriod(week)
  const letterheadEnd = drawCompactLetterhead(
    sheet,
    letterheadOf(centre),
    `JADWAL PELATIHAN MINGGU KE-${number}`,
    period,
  )
  const infoEnd = drawInfo(sheet, facts, week, letters, letterheadEnd + 5.4)
  const signature = officialBlock(facts.head, [placeAndDate(centre.city, facts.signedOn)], false)
  const signatureRoom = 9 + signatureHeight([signature], compactSignature)
  const frame = { top: infoEnd + 3.2, bodyTop: infoEnd + 3.2 + headHeight, left: sheet.left, right: sheet.right }
  const model = modelClock(week)
  const hours = model.filter(row => row.hour !== null).length
  const room = sheet.bottom - 4.5 - signatureRoom - frame.bodyTop - pausesHeight(model)
  const rows = placeRows(model, Math.min(highestHour, room / Math.max(1, hours)))
  const end = drawTable(sheet, facts, week, rows, frame, letters)
  const note = `Jadwal dapat berubah karena hari libur baru; lembar yang berlaku adalah versi terakhir (versi ${cohort.planVersion}). T = teori, P = praktik.`
  drawScheduleNote(sheet, daysOf(facts, week), note, end + 4.4)
  const nameY = end + 9 + signatureNameOffset([signature], compactSignature)
  drawSignatures(sheet, [{ block: signature, centre: sheet.right - 50 }], nameY, compactSignature)
}

/** The clock of most days of the week, shown at the left; the longest such day gives its rows. */
function modelClock({ days }: Week): WeekDay['clock'] {
  const looks = Map.groupBy(days, day => clockLook(day))
  const [common = []] = [...looks.values()].toSorted((a, b) => b.length - a.length)
  return common.toSorted((a, b) => b.clock.length - a.clock.length)[0]?.clock ?? []
}

/** Identifies the clock of a day independent of the number of hours. */
function clockLook({ clock }: WeekDay): string {
  const [first] = clock
  const pauses = clock.filter(row => row.hour === null).map(row => `${row.start}${row.end}`)
  return [first?.start, first?.end, ...pauses].join()
}

function daysOf({ days }: ScheduleWeekFacts, week: Week) {
  return days.filter(day => week.days.some(one => one.n === day.n))
}

function drawInfo(
  sheet: Sheet,
  facts: ScheduleWeekFacts,
  week: Week,
  letters: ReadonlyMap<string, string>,
  y: number,
): number {
  const { cohort, days } = facts
  const here = daysOf(facts, week)
  const all = days.reduce((sum, day) => sum + day.hours, 0)
  const now = here.reduce((sum, day) => sum + day.hours, 0)
  const sign = (name: string) => (here.some(day => isAllowed(day, name)) ? allowedSign : '')
  const names = [...new Set(week.days.flatMap(day => day.blocks.flatMap(block => block.teachers)))]
  const left = [
    { label: 'Program/Angkatan', value: cohortTitle(cohort) },
    { label: 'Tempat', value: cohort.room },
  ]
  const right = [
    {
      label: 'Jumlah jam',
      value: `${now}\u00a0JP minggu ini, ${all}\u00a0JP seluruhnya (1\u00a0JP = ${cohort.minutesPerHour} menit)`,
    },
    { label: 'Instruktur', value: names.map(name => `${name}${sign(name)} (${letters.get(name) ?? ''})`).join('; ') },
  ]
  return drawInfoColumns(sheet, y, { share: 0.53, left, leftLabel: 31, right, rightLabel: 22 })
}

/** Returns the lower end of the table. */
function drawTable(
  sheet: Sheet,
  facts: ScheduleWeekFacts,
  week: Week,
  rows: readonly PlacedRow[],
  { top, bodyTop, left, right }: Frame,
  letters: ReadonlyMap<string, string>,
): number {
  const height = heightOf(rows)
  const bottom = bodyTop + height
  const columns = columnsOf(facts, week)
  const width = (right - left - hourWidth - timeWidth) / columns.length
  sheet.fill(left, top, right - left, headHeight, colours.tint)
  drawHead(sheet, 'JP', '', left, hourWidth, top)
  drawHead(sheet, 'Waktu', facts.centre.zone === '' ? '' : `(${facts.centre.zone})`, left + hourWidth, timeWidth, top)
  drawClock(sheet, rows, left, bodyTop)
  columns.forEach((column, index) => {
    const x = left + hourWidth + timeWidth + index * width
    const under = column.day ? `Hari ke-${column.day.n} · ${formatDate(column.date)}` : formatDate(column.date)
    drawHead(sheet, weekdayName(column.date), under, x, width, top)
    if (column.day) drawDay(sheet, column.day, rows, { x, width, bodyTop, height }, letters)
    else drawDayOff(sheet, column.reason, { x, width, bodyTop, height })
    sheet.line(x, top, x, bottom, 0.4)
  })
  sheet.line(left + hourWidth, top, left + hourWidth, bottom, 0.4)
  sheet.line(left, bodyTop, right, bodyTop, 0.6)
  sheet.frame(left, top, right - left, bottom - top, 0.8)
  return bottom
}

type Column = { date: PlainDate; day: WeekDay | null; reason: string }

/** Monday to Friday, or Saturday if the class meets on one; days off show the reason, days outside of the class are empty. */
function columnsOf(facts: ScheduleWeekFacts, { monday, days }: Week): Column[] {
  const saturdays = facts.timetable.some(day => weekdayName(day.date) === 'Sabtu')
  const holidays = holidaysOf(facts)
  return daysFrom(monday, addDays(monday, saturdays ? 5 : 4)).map(date => {
    const off = holidays.find(holiday => holiday.date === date)
    return { date, day: days.find(day => day.date === date) ?? null, reason: off ? holidayReason(off) : '' }
  })
}

function drawHead(sheet: Sheet, title: string, under: string, x: number, width: number, top: number): void {
  const centre = x + width / 2
  const y = under === '' ? top + headHeight / 2 + 1.4 : top + 4.4
  sheet.text(title, centre, y, { face: 'arimo-bold', size: 9, align: 'center' })
  if (under !== '') {
    const cell = fitCell(under, { face: 'arimo', size: 7.5 }, width - 2, 4)
    sheet.text(cell.lines[0] ?? '', centre, top + 8.4, { face: 'arimo', size: cell.size, align: 'center' })
  }
}

function drawClock(sheet: Sheet, rows: readonly PlacedRow[], left: number, bodyTop: number): void {
  for (const { hour, start, end, top, height } of rows) {
    const y = bodyTop + top
    const middle = y + height / 2 + 1.2
    if (hour === null) sheet.fill(left, y, hourWidth + timeWidth, height, colours.pale)
    else sheet.text(String(hour), left + hourWidth / 2, middle, { face: 'arimo-bold', size: 9, align: 'center' })
    const centre = left + hourWidth + timeWidth / 2
    sheet.text(timeRange(start, end), centre, middle, { face: 'arimo', size: 7.5, align: 'center' })
    if (top > 0) sheet.line(left, y, left + hourWidth + timeWidth, y, 0.4)
  }
}

function formatPeriod({ days }: Week): string {
  const [first, last] = [days[0]?.date, days.at(-1)?.date]
  if (first === undefined || last === undefined) return ''
  const words = (date: PlainDate) => `${weekdayName(date)}, ${formatDate(date)}`
  return first === last ? words(first) : `${words(first)} s.d. ${words(last)}`
}

function formatDate(date: PlainDate): string {
  return `${shortDate(date)} ${yearOf(date)}`
}

/** One or two unique letters for each name: 'Rina Marliana, S.Pd.' → 'R'; two Rinas are 'RM' and 'RK'. */
export function teacherLetters(names: readonly string[]): Map<string, string> {
  const initials = (name: string, count: number) =>
    name
      .replace(/,.*$/, '')
      .split(' ')
      .filter(word => /^\p{L}[\p{L}’']*$/u.test(word))
      .slice(0, count)
      .map(word => word.charAt(0).toUpperCase())
      .join('')
  const letters = new Map<string, string>()
  for (const name of new Set(names)) {
    const taken = new Set(letters.values())
    const tries = [initials(name, 1), initials(name, 2), initials(name, 3)].filter(Boolean)
    const free = tries.find(text => !taken.has(text))
    letters.set(name, free ?? `${tries[0] ?? '?'}${letters.size + 1}`)
  }
  return letters
}
