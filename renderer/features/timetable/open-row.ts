import type { TimetableBlock, TimetableDay } from '../../../shared/features/timetable/contract.ts'
import {
  type Block,
  joined,
  layBlocks,
  type PlannedUnit,
  practiceBeforeTheory,
} from '../../../shared/features/timetable/timetable.ts'

export type LaidDay = Pick<TimetableDay, 'n' | 'hours' | 'held' | 'blocks'>

/** A block, or a part of it after a cut. */
export type Piece = {
  key: string
  n: number
  /** First hour (JP) of the day, from 1. */
  from: number
  block: TimetableBlock
  held: boolean
  /** Index in the row of movable blocks; null on a held day. */
  index: number | null
}

export type Place = { n: number; hour: number }

/**
 * The blocks of every day with their places. A cut is an hour of the open days, counted from 0 over all of them, before which a block is split. Cuts
 * exist only on screen: neighbouring pieces of the same unit become one block when stored.
 */
export function piecesOf(days: readonly LaidDay[], cuts: ReadonlySet<number> = new Set()): Piece[] {
  const pieces: Piece[] = []
  let index = 0
  let offset = 0
  for (const { n, hours, held, blocks } of days) {
    let from = 1
    for (const block of blocks) {
      for (const part of held ? [block.hours] : partsOf(block.hours, offset + from - 1, cuts)) {
        const place = held ? null : index++
        pieces.push({ key: `${n}-${from}`, n, from, block: { ...block, hours: part }, held, index: place })
        from += part
      }
    }
    if (!held) offset += hours
  }
  return pieces
}

function partsOf(hours: number, start: number, cuts: ReadonlySet<number>): number[] {
  const parts: number[] = []
  let taken = 0
  for (let hour = 1; hour < hours; hour += 1) {
    if (!cuts.has(start + hour)) continue
    parts.push(hour - taken)
    taken = hour
  }
  return [...parts, hours - taken]
}

/** The movable blocks as the row that `timetable.arrange` takes. */
export function openRow(pieces: readonly Piece[]): TimetableBlock[] {
  return pieces.filter(piece => piece.index !== null).map(piece => piece.block)
}

export function hoursOf(row: readonly Pick<Block, 'hours'>[]): number {
  return row.reduce((sum, block) => sum + block.hours, 0)
}

/** Hours of the open days before this place; null on a held day. */
export function offsetOf(days: readonly LaidDay[], { n, hour }: Place): number | null {
  let offset = 0
  for (const day of days) {
    if (day.n === n) return day.held ? null : offset + Math.min(hour, day.hours) - 1
    if (!day.held) offset += day.hours
  }
  return null
}

export function placeAt(days: readonly LaidDay[], offset: number): Place | null {
  let remaining = offset
  for (const { n, hours, held } of days) {
    if (held) continue
    if (remaining < hours) return { n, hour: remaining + 1 }
    remaining -= hours
  }
  return null
}

/** The row with one block moved so that it begins after `start` hours of the others; a block at that place is split. */
export function movedPiece(row: readonly TimetableBlock[], index: number, start: number): TimetableBlock[] {
  const moved = row[index]
  if (!moved) throw new RangeError(`block ${index} of ${row.length}`)
  const head: TimetableBlock[] = []
  const tail: TimetableBlock[] = []
  let remaining = Math.max(0, start)
  for (const block of row.filter((_, at) => at !== index)) {
    const before = Math.min(remaining, block.hours)
    remaining -= before
    if (before > 0) head.push({ ...block, hours: before })
    if (before < block.hours) tail.push({ ...block, hours: block.hours - before })
  }
  return [...head, moved, ...tail]
}

/** Joins all hours of the same unit and kind at this block, with its instructor. */
export function gatheredPart(row: readonly TimetableBlock[], index: number): TimetableBlock[] {
  const chosen = row[index]
  if (!chosen) return [...row]
  const ofPart = (block: TimetableBlock) => block.unitId === chosen.unitId && block.kind === chosen.kind
  const hours = hoursOf(row.filter(ofPart))
  return row.flatMap((block, at) => (at === index ? [{ ...chosen, hours }] : ofPart(block) ? [] : [block]))
}

/** True if both rows place the same hours, however they are cut. */
export function sameRow(a: readonly TimetableBlock[], b: readonly TimetableBlock[]): boolean {
  const brief = (row: readonly TimetableBlock[]) =>
    joined(row)
      .map(({ unitId, kind, hours, instructorId }) => `${unitId} ${kind} ${hours} ${instructorId}`)
      .join()
  return brief(a) === brief(b)
}

/** The days with this row placed on those that are not held, as the backend does it. */
export function laidDays<Day extends LaidDay>(days: readonly Day[], row: readonly TimetableBlock[]): Day[] {
  const open = days.filter(day => !day.held)
  const laid = layBlocks(
    row,
    open.map(day => day.hours),
  )
  return days.map(day => (day.held ? day : { ...day, blocks: (laid[open.indexOf(day)] ?? []) as TimetableBlock[] }))
}

/** Title of the unit whose practice would now come before its theory; null if none. */
export function wrongUnit(
  next: readonly LaidDay[],
  units: readonly Pick<PlannedUnit, 'id' | 'title'>[],
  now: readonly LaidDay[],
): string | null {
  const id = practiceBeforeTheory(
    next.flatMap(day => day.blocks),
    now.flatMap(day => day.blocks),
  )
  return id === null ? null : (units.find(unit => unit.id === id)?.title ?? '')
}
