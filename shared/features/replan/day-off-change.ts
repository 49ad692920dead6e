import { z } from 'zod'
import { type InstructorId, instructorId, roomId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'
import { type DayOff, type DayOffKind, dayOffKinds } from '../calendar/day-off.ts'
import { teachingWord } from '../cohort/cohort.ts'
import type { Skipped } from '../cohort/working-days.ts'
import type { Move } from './replan.ts'

export const dayOffDraft = z.strictObject({
  date: plainDateSchema,
  kind: z.enum(dayOffKinds),
  name: line(120, 1),
  source: line(200),
  /** false for a feast that can still move by a day. */
  certain: z.boolean().default(true),
})
export type DayOffDraft = z.infer<typeof dayOffDraft>

const cohortCode = line(20, 1)

/** What somebody decides about a problem that a shift brings about; each belongs to one class. */
const shiftAnswer = z.discriminatedUnion('kind', [
  /** Who teaches instead of somebody who cannot on the new dates; nobody leaves these days without instructor. */
  z.strictObject({
    kind: z.literal('substitute'),
    cohort: cohortCode,
    instructorId,
    substituteId: instructorId.nullable(),
  }),
  /** An official answers for somebody whose credential does not cover the new dates. */
  z.strictObject({ kind: z.literal('allow'), cohort: cohortCode, instructorId, ...teachingWord }),
  /** Another room for all days of the class that are not held. */
  z.strictObject({ kind: z.literal('room'), cohort: cohortCode, roomId }),
  /** This class alone does not meet on these dates, so that what is left of it comes later. */
  z.strictObject({ kind: z.literal('pause'), cohort: cohortCode, dates: z.array(plainDateSchema).min(1).max(60) }),
])
export type ShiftAnswer = z.infer<typeof shiftAnswer>

/** A day off that comes late, or one that is taken back. */
export const dayOffChange = z.strictObject({
  action: z.enum(['add', 'withdraw']),
  /** What becomes a day off; for a withdrawal its date, with the decree that takes it back as source. */
  day: dayOffDraft,
  /** Code of the only class concerned; null for the whole centre. */
  cohort: cohortCode.nullable(),
  answers: z.array(shiftAnswer).max(500),
})
export type DayOffChange = z.infer<typeof dayOffChange>
export type DayOffChangeInput = z.input<typeof dayOffChange>

export type ShiftProblemCode =
  | 'instructor_not_permitted'
  | 'instructor_busy'
  | 'instructor_away'
  | 'room_busy'
  | 'trainee_busy'
  | 'no_holiday_table'
  | 'day_shut_in'
  | 'crosses_budget_year'
  | 'activity_of_other_year'

export type ShiftProblem = {
  code: ShiftProblemCode
  /** One sentence without full stop. */
  message: string
  /** Training days concerned. */
  days: number[]
  /** False for what is only to be known. */
  blocking: boolean
  /** What answers it, best first; empty where only another page can. */
  ways: ShiftWay[]
  /** For whom an official can answer; null unless a credential is what is missing. */
  allow: { instructorId: InstructorId; name: string; days: number[]; why: string } | null
}

export type ShiftWay = { words: string; answer: ShiftAnswer }

export type ShiftDay = { n: number; date: PlainDate; held: boolean; closed: boolean }

export type AffectedCohort = {
  cohort: string
  title: string
  oldEnd: PlainDate
  newEnd: PlainDate
  before: ShiftDay[]
  after: ShiftDay[]
  skipped: Skipped[]
  moved: Move[]
  problems: ShiftProblem[]
  /** Answers that were understood, in words: 'Hari ke-15 diajar Dian Puspita'. */
  answered: { answer: ShiftAnswer; words: string }[]
}

export type DayOffReading = {
  /** What the calendar says of the date now, for the whole centre or the one class. */
  known: { kind: DayOffKind; name: string; source: string } | null
  affected: AffectedCohort[]
  /** Classes that have already met on that date and keep it. */
  kept: { cohort: string; title: string; n: number }[]
  /** All other classes that are not over. */
  unaffected: { cohort: string; title: string; start: PlainDate; end: PlainDate }[]
  /** Days off around the affected classes after the change, for the axis. */
  daysOff: DayOff[]
  /** Problems that must be answered first. */
  blocking: number
}
