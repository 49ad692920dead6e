import type { WeekDay } from '../../../../../shared/facts/week-facts.ts'
import { timeRange } from '../../../../../shared/kernel/time.ts'
import { colours, type Sheet } from '../../../pdf/sheet.ts'
import { type CellText, cellLeading, fitCell, smallestCell } from '../../../pdf/table/cell-text.ts'
import { wrapText } from '../../../pdf/text/text-measure.ts'
import { heightOf, type PlacedBlock, type PlacedRow, placeBlocks, stretchRows } from './week-rows.ts'

/** Highest hour on the paper, in mm. */
export const highestHour = 13

/** A column of the week, in mm. */
export type Place = { x: number; width: number; bodyTop: number; height: number }

/** A day with its breaks and units. If its clock differs from that of the week (`model`), times are printed in each block. */
export function drawDay(
  sheet: Sheet,
  day: WeekDay,
  model: readonly PlacedRow[],
  { x, width, bodyTop, height }: Place,
  letters: ReadonlyMap<string, string>,
): void {
  const shared = sharesClock(day, model)
  const hourHeight = model.find(row => row.hour !== null)?.height ?? highestHour
  const rows = shared ? model.slice(0, day.clock.length) : stretchRows(day.clock, model, hourHeight)
  for (const row of rows.filter(one => one.hour === null)) {
    const y = bodyTop + row.top
    sheet.fill(x, y, width, row.height, colours.pale)
    sheet.line(x, y, x + width, y, 0.4)
    sheet.line(x, y + row.height, x + width, y + row.height, 0.4)
    const words = shared ? row.name : `${timeRange(row.start, row.end)} ${row.name}`
    const cell = fitCell(words, { face: 'arimo-italic', size: 8 }, width - 2, row.height)
    drawLines(sheet, cell, x + width / 2, y + row.height / 2, { face: 'arimo-italic', colour: colours.grey })
  }
  for (const placed of placeBlocks(day, rows)) drawBlock(sheet, placed, { x, width, bodyTop, height }, shared, letters)
  const end = heightOf(rows)
  if (end < height - 0.5) sheet.fill(x, bodyTop + end, width, height - end, colours.pale)
}

function drawBlock(
  sheet: Sheet,
  { block, from, to, start, end, top, height }: PlacedBlock,
  { x, width, bodyTop }: Place,
  shared: boolean,
  letters: ReadonlyMap<string, string>,
): void {
  const y = bodyTop + top
  if (top > 0) sheet.line(x, y, x + width, y, 0.4)
  const teachers = block.teachers.map(name => letters.get(name) ?? '').filter(Boolean)
  const kind = block.kind === 'theory' ? 'T' : 'P'
  const hours = shared ? '' : ` JP ${from === to ? from : `${from}–${to}`} · ${timeRange(start, end)}`
  const below = `${kind}${teachers.length > 0 ? ` (${teachers.join(', ')})` : ''}${hours}`
  const inner = width - 3.2
  // A block of one hour has no room for a third line: what is usually below the title goes beside the code.
  const low = height < 13.5
  const code = fitCell(block.code, { face: 'arimo-bold', size: 7.5 }, low ? inner * 0.62 : inner, 3.6)
  const free = Math.max(3, height - (low ? 3 : 8.4))
  const title = low ? fitLow(block.title, inner, free) : fitCell(block.title, { face: 'arimo', size: 8.5 }, inner, free)
  if (title.isCut) sheet.warn(`Judul unit “${block.title}” terlalu panjang dan dipotong.`)
  const leading = low && title.lines.length > 2 ? lowLeading : cellLeading(title.size)
  const whole = (low ? 0 : 3.4) + title.lines.length * leading + 3.4
  let baseline = y + Math.max(low ? 2.6 : 3.2, (height - whole) / 2 + 2.8)
  const codeWidth = sheet.text(code.lines[0] ?? '', x + 1.6, baseline, { face: 'arimo-bold', size: code.size })
  const aside = { x: x + 1.6 + (low ? codeWidth + 1.6 : 0), y: baseline }
  baseline += 0.3
  for (const line of title.lines) {
    baseline += leading
    sheet.text(line, x + 1.6, baseline, { face: 'arimo', size: title.size })
  }
  const small = fitCell(below, { face: 'arimo', size: 7.5 }, low ? inner - codeWidth - 1.6 : inner, 3.6)
  const foot = { face: 'arimo', size: small.size, colour: colours.grey } as const
  sheet.text(small.lines[0] ?? '', aside.x, low ? aside.y : baseline + 3.4, foot)
}

/** For three lines in a block of one hour, in mm. */
const lowLeading = 2.72

/** In a block of one hour a long title takes three close lines. */
function fitLow(title: string, width: number, height: number): CellText {
  const usual = fitCell(title, { face: 'arimo', size: 8.5 }, width, height)
  const lines = wrapText(title, { face: 'arimo', size: smallestCell }, width)
  return usual.isCut && lines.length === 3 ? { lines, size: smallestCell, isCut: false } : usual
}

export function drawDayOff(sheet: Sheet, reason: string, { x, width, bodyTop, height }: Place): void {
  sheet.fill(x, bodyTop, width, height, colours.pale)
  if (reason === '') return
  const words = `Libur: ${reason}`
  const cell = fitCell(words, { face: 'arimo-italic', size: 9 }, width - 4, 20)
  drawLines(sheet, cell, x + width / 2, bodyTop + height / 2, { face: 'arimo-italic', colour: colours.grey })
}

function drawLines(
  sheet: Sheet,
  cell: { lines: string[]; size: number },
  centre: number,
  middle: number,
  style: { face: 'arimo-italic'; colour: string },
): void {
  const leading = cellLeading(cell.size)
  const first = middle + 1.1 - ((cell.lines.length - 1) * leading) / 2
  cell.lines.forEach((line, index) => {
    sheet.text(line, centre, first + index * leading, { ...style, size: cell.size, align: 'center' })
  })
}

function sharesClock(day: WeekDay, rows: readonly PlacedRow[]): boolean {
  return day.clock.every((row, index) => row.start === rows[index]?.start && row.end === rows[index]?.end)
}
