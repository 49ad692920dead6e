import type { WeekBlock, WeekDay } from '../../../../../shared/facts/week-facts.ts'
import type { ClockRow } from '../../../../../shared/features/cohort/day-clock.ts'

/** A row of the clock on the paper, in mm from the top of the table body. */
export type PlacedRow = ClockRow & { top: number; height: number }

const breakHeight = 5.4
const longBreakHeight = 7

/** Rows of the clock below each other, hours of `hourHeight` mm and lower breaks. */
export function placeRows(rows: readonly ClockRow[], hourHeight: number): PlacedRow[] {
  let top = 0
  return rows.map(row => {
    const height = row.hour === null ? pauseHeight(row) : hourHeight
    const placed = { ...row, top, height }
    top += height
    return placed
  })
}

/** A day with another clock than the week: with the same number of hours its rows fill the same height. */
export function stretchRows(rows: readonly ClockRow[], model: readonly PlacedRow[], hourHeight: number): PlacedRow[] {
  const placed = placeRows(rows, hourHeight)
  const [height, most] = [heightOf(placed), heightOf(model)]
  const hours = (all: readonly ClockRow[]) => all.filter(row => row.hour !== null).length
  const factor = height > most || hours(rows) >= hours(model) ? most / height : 1
  return placed.map(row => ({ ...row, top: row.top * factor, height: row.height * factor }))
}

export function heightOf(rows: readonly PlacedRow[]): number {
  const last = rows.at(-1)
  return last ? last.top + last.height : 0
}

/** Total height of the breaks, to calculate the height of an hour. */
export function pausesHeight(rows: readonly ClockRow[]): number {
  return rows.filter(row => row.hour === null).reduce((sum, row) => sum + pauseHeight(row), 0)
}

function pauseHeight({ start, end }: ClockRow): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return minutes(end) - minutes(start) > 45 ? longBreakHeight : breakHeight
}

export type PlacedBlock = {
  block: WeekBlock
  from: number
  to: number
  start: string
  end: string
  top: number
  height: number
}

/** The blocks of a day on its rows. A block across a break is split in two. */
export function placeBlocks({ blocks }: WeekDay, rows: readonly PlacedRow[]): PlacedBlock[] {
  const placed: PlacedBlock[] = []
  const hours = blocks.flatMap(block => Array.from({ length: block.hours }, () => block))
  let current: PlacedBlock | undefined
  for (const row of rows) {
    const block = row.hour === null ? undefined : hours[row.hour - 1]
    if (block === undefined || row.hour === null) {
      current = undefined
      continue
    }
    if (current?.block === block) {
      current.to = row.hour
      current.end = row.end
      current.height = row.top + row.height - current.top
    } else {
      current = {
        block,
        from: row.hour,
        to: row.hour,
        start: row.start,
        end: row.end,
        top: row.top,
        height: row.height,
      }
      placed.push(current)
    }
  }
  return placed
}
