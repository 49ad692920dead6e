import { z } from 'zod'
import {
  type ActivityId,
  activityId,
  type InstructorId,
  instructorId,
  type ProgramId,
  programId,
  type RoomId,
  roomId,
} from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { timeSchema, whole } from '../../kernel/schema.ts'
import type { TradeCode } from '../program/trades.ts'
import { calendarChoice, startSchema } from './cohort.ts'
import type { NearestWay, UnplacedReason } from './program-request.ts'
import type { Skipped } from './working-days.ts'

/** Limits of one request: lines, and classes in all lines. */
export const mostLines = 24
const mostCohorts = 60

export const wantedLine = z
  .strictObject({
    programId,
    count: whole(1, mostCohorts),
    trainees: whole(1, 60),
    first: startSchema,
    last: startSchema,
    /** The activity that pays; classes must start in its budget year. */
    activityId: activityId.nullable(),
  })
  .refine(line => line.last >= line.first, { path: ['last'], error: 'Berakhir sebelum mulai.' })
export type WantedLine = z.infer<typeof wantedLine>

const { start: _, ...everyCohort } = calendarChoice
const choice = { ...everyCohort, startTime: timeSchema, endTime: timeSchema }
const timeOrder = { path: ['endTime'], error: 'Selesai sesudah mulai.' }

export const workProgramDraft = z
  .strictObject({
    ...choice,
    /** Every class ends in the year in which it starts. */
    withinBudgetYear: z.boolean(),
    wanted: z.array(wantedLine).min(1, { error: 'Isi paling sedikit satu baris.' }).max(mostLines),
  })
  .refine(draft => draft.endTime > draft.startTime, timeOrder)
  .refine(draft => draft.wanted.reduce((sum, line) => sum + line.count, 0) <= mostCohorts, {
    path: ['wanted'],
    error: `Paling banyak ${mostCohorts} angkatan sekali susun.`,
  })
export type WorkProgramDraft = z.infer<typeof workProgramDraft>

const acceptedCohort = z.strictObject({
  programId,
  start: startSchema,
  roomId,
  instructorId,
  activityId: activityId.nullable(),
})

export const acceptedProgram = z
  .strictObject({ ...choice, classes: z.array(acceptedCohort).min(1).max(mostCohorts) })
  .refine(draft => draft.endTime > draft.startTime, timeOrder)
export type AcceptedProgram = z.infer<typeof acceptedProgram>

/** A class as it would be created, with the number it would get if all earlier ones were accepted. */
export type ProposedCohort = {
  /** Index of its line in the draft. */
  wanted: number
  programId: ProgramId
  activityId: ActivityId | null
  trade: TradeCode
  /** 'Tata Rias III' */
  title: string
  code: string
  days: PlainDate[]
  room: { id: RoomId; name: string }
  instructor: { id: InstructorId; name: string }
}

export type UnplacedLine = {
  wanted: number
  trade: TradeCode
  count: number
  reason: UnplacedReason
  nearest: NearestWay | null
}

export type WorkProgramReading = {
  placed: ProposedCohort[]
  unplaced: UnplacedLine[]
  /** No proposal can place more classes. */
  proven: boolean
  /** From the first day of all windows to the last one, or to the last day of a class. */
  first: PlainDate
  last: PlainDate
  /** Every calendar day between without training. */
  skipped: Skipped[]
  /** Names used in the reasons. */
  instructors: { id: InstructorId; name: string }[]
}
