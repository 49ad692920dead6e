import type { DayOffChange } from '../../../../shared/features/replan/day-off-change.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'
import { closuresOfCohort, insertClosure } from '../calendar/closure-store.ts'
import { type DayMove, deleteTeacher, moveDays, writeSkipped, writeTeachers } from '../cohort/cohort-day-store.ts'
import { writeRoom, writeWantedStart } from '../cohort/cohort-store.ts'
import { insertOverride } from '../cohort/credential-override-store.ts'
import { insertScheduleChange } from '../cohort/schedule-change-store.ts'
import { handOverSessions, insertSubstitution, sessionsOfCohort } from '../cohort/session-store.ts'
import type { CheckedReplan } from './check-replans.ts'
import { dayOn } from './replan-bookings.ts'
import { pauseOf } from './replan-cohorts.ts'

/**
 * Writes what checkReplans found free of blocking problems. The order matters, because the schema checks every statement: overrides first; then
 * replaced instructors and rooms are removed; then all days of all classes move at once; then new instructors and rooms are added.
 */
export function writeReplans(scope: CommandScope, change: DayOffChange, checked: readonly CheckedReplan[]): void {
  const { db } = scope
  const handovers = checked.flatMap(row => handoversOf(db, row))
  const rooms = otherRooms(checked)
  for (const row of checked) writeOverrides(scope, row)
  for (const { dayId, outId } of handovers) deleteTeacher(db, dayId, outId)
  for (const { cohortId } of rooms) writeRoom(db, cohortId, null)
  moveDays(db, checked.flatMap(movesOf))
  for (const { cohortId, roomId } of rooms) writeRoom(db, cohortId, roomId)
  for (const [dayId, ofDay] of Map.groupBy(handovers, row => row.dayId)) writeTeachers(db, dayId, teachersAfter(ofDay))
  for (const { dayId, outId, inId, sessions } of handovers) {
    if (inId === null) continue
    handOverSessions(db, dayId, sessions, inId)
    const reason = `Jadwal bergeser: ${change.day.name}`
    insertSubstitution(db, { dayId, outId, inId, reason, at: scope.at, by: scope.operator.name })
  }
  for (const row of checked) {
    writePauses(db, change, row)
    if (row.replan.moved.length > 0) recordReplan(scope, change, row)
  }
}

/** Overrides for days that will be outside of the credential; the schema requires them before the days move. */
function writeOverrides({ db, at, record }: CommandScope, { cohort, replan, answered }: CheckedReplan): void {
  for (const { answer, days } of answered) {
    if (answer.kind !== 'allow') continue
    const { instructorId, official, reason } = answer
    for (const day of cohort.days.filter(row => days.includes(row.n))) {
      const date = replan.days[day.n - 1]?.date ?? day.date
      insertOverride(db, { dayId: day.id, instructorId, date, official, reason, at })
      const name = day.teachers.find(row => row.id === instructorId)?.name ?? ''
      record('credential_override', `${cohort.code} ${day.n}`, null, { instructorId, name, date, official, reason })
    }
  }
}

function writePauses(db: CommandScope['db'], change: DayOffChange, { cohort, answered }: CheckedReplan): void {
  for (const { answer } of answered) {
    if (answer.kind !== 'pause') continue
    // The class may already have a day off on that date, from an earlier answer or this change.
    const closed = new Set(closuresOfCohort(db, cohort.id).map(row => row.date))
    for (const date of new Set(answer.dates)) if (!closed.has(date)) insertClosure(db, cohort.id, pauseOf(change, date))
  }
}

function otherRooms(checked: readonly CheckedReplan[]) {
  return checked.flatMap(({ cohort, answered }) =>
    answered.flatMap(({ answer }) => (answer.kind === 'room' ? [{ cohortId: cohort.id, roomId: answer.roomId }] : [])),
  )
}

type Handover = { dayId: number; teachers: readonly number[]; outId: number; inId: number | null; sessions: number[] }

/** Replaced instructors with their substitutes and blocks, by day. */
function handoversOf(db: ReadDatabase, { cohort, answered }: CheckedReplan): Handover[] {
  const stored = answered.length > 0 ? sessionsOfCohort(db, cohort.id) : new Map()
  return answered.flatMap(({ answer, days }) => {
    if (answer.kind !== 'substitute') return []
    const { instructorId: outId, substituteId: inId } = answer
    return cohort.days
      .filter(day => days.includes(day.n))
      .map(day => ({
        dayId: day.id,
        teachers: day.teachers.map(row => row.id),
        outId,
        inId,
        sessions: positionsOf(stored.get(day.id) ?? [], outId),
      }))
  })
}

/** Instructors of a day in order, with substitutes in place of those they replace. */
function teachersAfter(ofDay: readonly Handover[]): number[] {
  return (ofDay[0]?.teachers ?? []).flatMap(id => {
    const handover = ofDay.find(row => row.outId === id)
    return handover ? (handover.inId ?? []) : id
  })
}

function positionsOf(blocks: readonly { instructorId: number | null }[], instructorId: number): number[] {
  return blocks.flatMap((block, index) => (block.instructorId === instructorId ? [index + 1] : []))
}

function movesOf({ cohort, replan }: CheckedReplan): DayMove[] {
  return replan.moved.flatMap(({ n, from, to }) => {
    const day = cohort.days.find(row => row.n === n)
    return day ? [{ from, day: dayOn(cohort, day, to) }] : []
  })
}

function recordReplan(
  { db, today, record }: CommandScope,
  { action, day }: DayOffChange,
  { cohort, replan, answered }: CheckedReplan,
): void {
  writeSkipped(db, cohort.id, replan)
  const oldStart = cohort.days[0]?.date ?? null
  const start = replan.days[0]?.date ?? null
  const wanted = cohort.wantedStart ?? oldStart
  writeWantedStart(db, cohort.id, wanted === start ? null : wanted)
  const { date, name, source } = day
  insertScheduleChange(db, cohort.id, { action, date, name, source, decidedOn: today, moves: replan.moved })
  record(
    'cohort',
    cohort.code,
    { end: cohort.days.at(-1)?.date, days: replan.moved.map(({ n, from }) => ({ n, date: from })) },
    {
      end: replan.end,
      days: replan.moved.map(({ n, to }) => ({ n, date: to })),
      reason: day.name,
      source: day.source,
      answers: answered.map(({ answer, days }) => ({ ...answer, days })),
    },
  )
}
