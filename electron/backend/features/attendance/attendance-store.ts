import type { AttendanceCell, Correction, MarkEntry } from '../../../../shared/features/attendance/contract.ts'
import type { Mark } from '../../../../shared/features/attendance/mark.ts'
import type { EnrolmentId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import type { CommandScope } from '../../scope.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'

type CellRow = NonNullable<AttendanceCell> & { enrolmentId: EnrolmentId; n: number }

/** Marks of a class: enrolment → day number → cell. A missing entry is "belum diisi". */
export function marksOfCohort(
  db: ReadDatabase,
  cohortId: number,
): Map<number, Map<number, NonNullable<AttendanceCell>>> {
  const rows = db.all<CellRow>(
    `SELECT attendance.enrolment_id AS enrolmentId, cohort_day.n, mark, arrived_at AS arrivedAt, note,
       EXISTS (SELECT 1 FROM attendance_correction AS c WHERE c.enrolment_id = attendance.enrolment_id AND c.day_id = cohort_day.id
         AND c.reason <> '') AS "corrected?", file_id AS letter
     FROM attendance JOIN cohort_day ON cohort_day.id = attendance.day_id
     LEFT JOIN attendance_letter AS letter ON letter.enrolment_id = attendance.enrolment_id AND letter.day_id = cohort_day.id
     WHERE cohort_day.cohort_id = ?`,
    [cohortId],
  )
  const marks = new Map<number, Map<number, NonNullable<AttendanceCell>>>()
  for (const { enrolmentId, n, ...cell } of rows) {
    const cells = marks.get(enrolmentId) ?? new Map()
    cells.set(n, cell)
    marks.set(enrolmentId, cells)
  }
  return marks
}

/** A member with the marks of all days, by day number. */
export type MarkedMember = {
  cohortId: number
  enrolmentId: EnrolmentId
  position: number
  name: string
  joinedDay: number
  left: { afterDay: number } | null
  marks: Map<number, Mark>
}

/** Members of these classes by list number, in one statement. */
export function membersWithMarks(db: ReadDatabase, cohortIds: readonly number[]): MarkedMember[] {
  return db
    .all<Omit<MarkedMember, 'left' | 'marks'> & { leftAfterDay: number | null; marks: string }>(
      `SELECT enrolment.cohort_id AS cohortId, enrolment.id AS enrolmentId, position, trainee.name, joined_day AS joinedDay,
         left_after_day AS leftAfterDay,
         (SELECT json_group_array(json_array(n, mark)) FROM attendance CROSS JOIN cohort_day ON cohort_day.id = day_id
          WHERE attendance.enrolment_id = enrolment.id) AS marks
       FROM json_each(?) AS asked CROSS JOIN enrolment ON enrolment.cohort_id = asked.value
       CROSS JOIN trainee ON trainee.id = trainee_id ORDER BY enrolment.cohort_id, position`,
      [JSON.stringify(cohortIds)],
    )
    .map(({ marks, leftAfterDay, ...person }) => ({
      ...person,
      left: leftAfterDay === null ? null : { afterDay: leftAfterDay },
      marks: new Map(JSON.parse(marks) as [number, Mark][]),
    }))
}

export function findMark(
  db: ReadDatabase,
  enrolmentId: number,
  dayId: number,
): { mark: Mark; arrivedAt: string | null; note: string } | null {
  return (
    db.get('SELECT mark, arrived_at AS arrivedAt, note FROM attendance WHERE enrolment_id = ? AND day_id = ?', [
      enrolmentId,
      dayId,
    ]) ?? null
  )
}

/**
 * Writes one cell. Keeps the earlier mark with who, when and why if there was another one; on a closed day always, even if only the time or note
 * changes.
 */
export function writeMark({ db, at, operator }: CommandScope, day: DayRecord, entry: MarkEntry, reason: string): void {
  const before = findMark(db, entry.enrolmentId, day.id)
  if (entry.mark === null) {
    db.run('DELETE FROM attendance WHERE enrolment_id = ? AND day_id = ?', [entry.enrolmentId, day.id])
  } else {
    db.upsert('attendance', 'enrolment_id, day_id', 'mark, arrived_at, note', {
      ...entry,
      dayId: day.id,
      arrivedAt: entry.mark === 'T' ? entry.arrivedAt : null,
    })
  }
  if (day.closed === null && (before === null || before.mark === entry.mark)) return
  db.insert('attendance_correction', 'enrolment_id, day_id, before, after, reason, operator, recorded_at', {
    enrolmentId: entry.enrolmentId,
    dayId: day.id,
    before: before?.mark ?? null,
    after: entry.mark,
    reason,
    operator: operator.name,
    recordedAt: at,
  })
}

export function correctionsOf(db: ReadDatabase, enrolmentId: number, n: number): Correction[] {
  return db.all<Correction>(
    `SELECT recorded_at AS at, operator, before, after, reason FROM attendance_correction
     JOIN cohort_day ON cohort_day.id = attendance_correction.day_id
     WHERE enrolment_id = ? AND cohort_day.n = ? ORDER BY attendance_correction.id`,
    [enrolmentId, n],
  )
}
