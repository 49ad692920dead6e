import type { TimetableBlock } from '../../../../shared/features/timetable/contract.ts'
import {
  type Block,
  curriculumBlocks,
  layBlocks,
  type PlannedUnit,
  remainingBlocks,
  topicOfBlocks,
} from '../../../../shared/features/timetable/timetable.ts'
import { cohortUnitId, instructorId } from '../../../../shared/ids.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'
import { type DayRecord, daysOfCohort, writeTopic } from './cohort-day-store.ts'
import { unitsOfCohort } from './cohort-store.ts'
import { sessionsOfCohort, writeSessions } from './session-store.ts'

/** Days and units of a class with the blocks of each day, in order. */
export type LaidTimetable = { days: DayRecord[]; units: PlannedUnit[]; blocks: Block[][] }

/** The stored timetable, or one derived from the units if none was stored. Reading writes nothing; the first change stores all of it. */
export function readLaidTimetable(db: ReadDatabase, cohortId: number): LaidTimetable {
  const days = daysOfCohort(db, cohortId)
  const units = unitsOfCohort(db, cohortId)
  const stored = sessionsOfCohort(db, cohortId)
  const blocks: Block[][] =
    stored.size > 0
      ? days.map(day => stored.get(day.id) ?? [])
      : layBlocks(
          curriculumBlocks(units),
          days.map(day => day.hours),
        )
  return { days, units, blocks }
}

/** The blocks placed on the days that are not held; those of held days stay. */
export function layOverOpenDays({ days, blocks }: LaidTimetable, row: readonly Block[]): Block[][] {
  const open = days.filter(day => !day.held)
  const laid = layBlocks(
    row,
    open.map(day => day.hours),
  )
  const byDay = new Map(open.map((day, index) => [day.id, laid[index] ?? []]))
  return days.map((day, index) => byDay.get(day.id) ?? blocks[index] ?? [])
}

/** The blocks of days that are not held, as one row, plus what the units need beyond them. */
export function openBlocks({ days, units, blocks }: LaidTimetable): Block[] {
  const row = blocks.filter((_, index) => days[index]?.held === false).flat()
  return [...row, ...remainingBlocks(units, blocks.flat())]
}

/**
 * Stores the blocks of every day. Instructors who do not teach the day are removed from its blocks. A topic derived from the old blocks is derived
 * anew; a typed one stays.
 */
export function storeTimetable(db: WriteDatabase, before: LaidTimetable, blocks: readonly Block[][]): void {
  before.days.forEach((day, index) => {
    const next = blocks[index] ?? []
    const teachers = new Set<number>(day.instructors.map(teacher => teacher.id))
    writeSessions(
      db,
      day.id,
      next.map(block => asStored(block, teachers)),
    )
    const derived = topicOfBlocks(before.blocks[index] ?? [], before.units)
    const topic = topicOfBlocks(next, before.units)
    if (!day.held && day.topic === derived && topic !== derived) writeTopic(db, day.id, topic)
  })
}

function asStored(block: Block, teachers: ReadonlySet<number>): TimetableBlock {
  const { unitId, kind, hours, instructorId: teacher } = block
  return {
    unitId: cohortUnitId.parse(unitId),
    kind,
    hours,
    instructorId: teacher !== null && teachers.has(teacher) ? instructorId.parse(teacher) : null,
  }
}
