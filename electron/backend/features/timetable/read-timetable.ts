import { clockKindOf, readableClockRows } from '../../../../shared/features/cohort/day-clock.ts'
import type { Timetable } from '../../../../shared/features/timetable/contract.ts'
import { type Block, hoursByPart } from '../../../../shared/features/timetable/timetable.ts'
import { cohortUnitId, instructorId } from '../../../../shared/ids.ts'
import type { ReadDatabase } from '../../database/connection.ts'
import { clockOfCohort, dayClocks } from '../cohort/cohort-clock-store.ts'
import type { DayRecord } from '../cohort/cohort-day-store.ts'
import { type CohortRecord, unitsOfCohort } from '../cohort/cohort-store.ts'
import { readLaidTimetable } from '../cohort/lay-timetable.ts'
import { substitutionsOfCohort } from '../cohort/session-store.ts'

export function readTimetable(db: ReadDatabase, cohort: CohortRecord): Timetable {
  const { days, blocks } = readLaidTimetable(db, cohort.id)
  const clock = clockOfCohort(db, cohort)
  const clockOn = dayClocks(db, cohort.id)
  const laid = hoursByPart(blocks.flat())
  return {
    days: days.map(({ n, date, hours, held, instructors }, index) => ({
      n,
      date,
      hours,
      held,
      instructors,
      blocks: (blocks[index] ?? []).map(block => ({
        ...block,
        unitId: cohortUnitId.parse(block.unitId),
        instructorId: block.instructorId === null ? null : instructorId.parse(block.instructorId),
      })),
      clockKind: clockKindOf(clock, date),
      clock: readableClockRows(hours, clockOn(cohort, date)),
    })),
    units: unitsOfCohort(db, cohort.id).map(({ id, code, title, theoryHours, practiceHours }, index) => ({
      id: cohortUnitId.parse(id),
      position: index + 1,
      code,
      title,
      theoryHours,
      practiceHours,
      laid: { theory: laid.get(`${id} theory`) ?? 0, practice: laid.get(`${id} practice`) ?? 0 },
    })),
    teachers: hoursByTeacher(days, blocks),
    clock,
    substitutions: substitutionsOfCohort(db, cohort.id),
  }
}

function hoursByTeacher(days: readonly DayRecord[], blocks: readonly Block[][]): Timetable['teachers'] {
  const rows = new Map<number | null, Timetable['teachers'][number]>()
  days.forEach((day, index) => {
    for (const block of blocks[index] ?? []) {
      const teacher = day.instructors.find(one => one.id === block.instructorId) ?? day.instructors[0]
      const id = teacher?.id ?? null
      const row = rows.get(id) ?? { id, name: teacher?.name ?? 'Belum ada pengajar', hours: 0 }
      rows.set(id, { ...row, hours: row.hours + block.hours })
    }
  })
  return [...rows.values()].toSorted((a, b) => b.hours - a.hours)
}
