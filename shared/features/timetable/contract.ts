import { z } from 'zod'
import { cohortCodeSchema, cohortUnitId, type InstructorId, instructorId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema, reason, timeSchema, whole } from '../../kernel/schema.ts'
import { chosenFields, type Joined, seenOf, seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query } from '../../operation.ts'
import { dayPlan } from '../cohort/cohort.ts'
import { dayNumbers, type LaneProblem } from '../cohort/contract.ts'
import type { ClockKind, ClockRow, CohortClock } from '../cohort/day-clock.ts'
import { sessionKinds } from './timetable.ts'

export const blockSchema = z.strictObject({
  unitId: cohortUnitId,
  kind: z.enum(sessionKinds),
  hours: whole(1, 720),
  instructorId: instructorId.nullable(),
})
export type TimetableBlock = z.infer<typeof blockSchema>

const dayClock = z.strictObject({
  startTime: timeSchema,
  minutesPerHour: whole(20, 60),
  breaks: z
    .array(z.strictObject({ after: whole(0, 12), minutes: whole(5, 240), name: line(40, 1) }))
    .max(4)
    .refine(breaks => breaks.every((one, index) => index === 0 || one.after > (breaks[index - 1]?.after ?? 0)), {
      error: 'Istirahat berurutan menurut JP.',
    })
    .readonly(),
})
export const cohortClock = z.strictObject({
  ordinary: dayClock,
  friday: dayClock,
  ramadan: dayClock,
  fasting: z
    .strictObject({ from: plainDateSchema, until: plainDateSchema })
    .refine(({ from, until }) => until >= from, { path: ['until'], error: 'Sampai tidak mendahului mulai.' })
    .nullable(),
})

export type TimetableDay = {
  n: number
  date: PlainDate
  hours: number
  held: boolean
  instructors: { id: InstructorId; name: string }[]
  blocks: TimetableBlock[]
  clockKind: ClockKind
  clock: ClockRow[]
}

export type Timetable = {
  days: TimetableDay[]
  /** With placed hours, to compare with the plan. */
  units: {
    id: TimetableBlock['unitId']
    position: number
    code: string
    title: string
    theoryHours: number
    practiceHours: number
    laid: { theory: number; practice: number }
  }[]
  /** Hours by instructor; hours without one under null. */
  teachers: { id: InstructorId | null; name: string; hours: number }[]
  clock: CohortClock
  substitutions: { n: number; out: string; in: string; reason: string; at: string; by: string }[]
}

/** A possible substitute, with the days on which the person is not available. */
export type Substitute = { id: InstructorId; name: string; detail: string; problems: LaneProblem[] }

const distinctDays = z
  .array(dayPlan)
  .min(1)
  .max(60)
  .refine(days => new Set(days.map(day => day.n)).size === days.length, { error: 'Hari yang sama ditulis dua kali.' })

export const timetableContract = {
  get: query('cohort.see', { code: cohortCodeSchema }, output<Timetable>()),
  /**
   * Places these blocks in this order over the days that are not held. They must have the same hours of the same units as before. An instructor who
   * does not teach the day of a block is removed from it.
   */
  arrange: command('cohort.change', 'Menyusun jam pelajaran', {
    code: cohortCodeSchema,
    blocks: z.array(blockSchema).max(720),
    ...seenRowsOf(blockSchema, 720),
  }),
  /** Places the curriculum over the days that are not held, without the hours already held. */
  layAgain: command('cohort.change', 'Menyusun ulang dari kurikulum', { code: cohortCodeSchema }),
  /** Hours, topic and instructors of days that are not held. */
  updateDays: command(
    'cohort.change',
    'Mengubah jadwal',
    { code: cohortCodeSchema, days: distinctDays, ...seenRowsOf(dayPlan, 60) },
    output<Joined>(),
  ),
  substitutes: query('cohort.see', { code: cohortCodeSchema }, output<Substitute[]>()),
  /** Replaces an instructor on days that are not held, including blocks; kept as history. */
  substitute: command(
    'cohort.change',
    'Mencatat pengganti',
    z
      .strictObject({ code: cohortCodeSchema, days: dayNumbers, outId: instructorId, inId: instructorId, reason })
      .refine(({ outId, inId }) => outId !== inId, {
        path: ['inId'],
        error: 'Pilih pengganti, bukan orang yang sama.',
      }),
  ),
  setClock: command(
    'cohort.change',
    'Mengubah jam kelas',
    { code: cohortCodeSchema, clock: cohortClock, ...seenOf(cohortClock), ...chosenFields },
    output<Joined>(),
  ),
}
