import type { DayOffChange } from '../../../../shared/features/calendar/day-off-change.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'
import { writeDate, writeSkipped } from '../cohort/cohort-writing.ts'
import { handOverSessions, insertSubstitution, sessionsOfCohort } from '../cohort/session-store.ts'
import { type CheckedShift, sessionOn } from './shift-problems.ts'

/**
 * Writes what checkShifts has found free of blocking problems. The order matters, because the schema looks at every single step:
 * who is replaced leaves first, then all days of all classes move (those that go later from the last one on, those that go earlier
 * from the first), and only then somebody new comes. So no day ever meets another of its class, room or instructor on the way.
 */
export function writeShifts(scope: CommandScope, change: DayOffChange, checked: readonly CheckedShift[]): void {
  const { db } = scope
  const leaving = replacements(db, checked)
  for (const { dayId, outId } of leaving) {
    db.run('DELETE FROM teaching WHERE day_id = ? AND instructor_id = ?', [dayId, outId])
  }
  for (const { id, session } of inOrder(checked)) {
    writeDate(db, { id, date: session.date, startTime: session.start, endTime: session.end })
  }
  for (const { dayId, position, outId, inId, sessions } of leaving) {
    if (inId === null) continue
    db.run('INSERT INTO teaching (day_id, instructor_id, position) VALUES (?, ?, ?)', [dayId, inId, position])
    handOverSessions(db, dayId, sessions, inId)
    const reason = `Jadwal bergeser: ${change.day.name}`
    insertSubstitution(db, { dayId, outId, inId, reason, at: scope.at, by: scope.operator.name })
  }
  for (const row of checked) {
    if (row.shift.replan.moved.length > 0) recordShift(scope, change, row)
  }
}

/** Who leaves which day, who comes, and which blocks of it they had. */
function replacements(db: ReadDatabase, checked: readonly CheckedShift[]) {
  return checked.flatMap(({ shift, answered }) => {
    const stored = answered.length > 0 ? sessionsOfCohort(db, shift.cohort.id) : new Map()
    return answered.flatMap(({ instructorId: outId, substituteId: inId, days }) =>
      shift.cohort.days
        .filter(day => days.includes(day.n))
        .map(day => ({
          dayId: day.id,
          outId,
          inId,
          position: day.teachers.findIndex(row => row.id === outId) + 1,
          sessions: positionsOf(stored.get(day.id) ?? [], outId),
        })),
    )
  })
}

function positionsOf(blocks: readonly { instructorId: number | null }[], instructorId: number): number[] {
  return blocks.flatMap((block, index) => (block.instructorId === instructorId ? [index + 1] : []))
}

function inOrder(checked: readonly CheckedShift[]) {
  const moves = checked.flatMap(({ shift: { cohort, replan } }) =>
    replan.moved.flatMap(move => {
      const day = cohort.days.find(row => row.n === move.n)
      return day ? [{ ...move, id: day.id, session: sessionOn(cohort, day, move.to) }] : []
    }),
  )
  const later = moves.filter(move => move.to > move.from).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const earlier = moves.filter(move => move.to < move.from).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return [...later, ...earlier]
}

function recordShift(
  { db, today, record }: CommandScope,
  { act, day }: DayOffChange,
  { shift: { cohort, replan }, answered }: CheckedShift,
): void {
  writeSkipped(db, cohort.id, replan)
  const oldStart = cohort.days[0]?.date ?? null
  const start = replan.days[0]?.date ?? null
  const wanted = cohort.wantedStart ?? oldStart
  db.run('UPDATE cohort SET plan_version = plan_version + 1, wanted_start = ? WHERE id = ?', [
    wanted === start ? null : wanted,
    cohort.id,
  ])
  const version = db.value<number>('SELECT plan_version FROM cohort WHERE id = ?', [cohort.id])
  db.run(
    `INSERT INTO schedule_change (cohort_id, plan_version, act, date, name, source, decided_on)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [cohort.id, version, act, day.date, day.name, day.source, today],
  )
  for (const { n, from, to } of replan.moved) {
    db.run('INSERT INTO schedule_change_day (cohort_id, plan_version, n, old_date, new_date) VALUES (?, ?, ?, ?, ?)', [
      cohort.id,
      version,
      n,
      from,
      to,
    ])
  }
  record(
    'cohort',
    cohort.code,
    { end: cohort.days.at(-1)?.date, days: replan.moved.map(({ n, from }) => ({ n, date: from })) },
    {
      end: replan.end,
      days: replan.moved.map(({ n, to }) => ({ n, date: to })),
      reason: day.name,
      source: day.source,
      substitutes: answered.map(({ instructorId, substituteId, days }) => ({ instructorId, substituteId, days })),
    },
  )
}
