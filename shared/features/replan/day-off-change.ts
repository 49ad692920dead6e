import { z } from 'zod'
import type { DomainErrorData } from '../../domain-error.ts'
import { type InstructorId, instructorId, roomId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, plainDateSchema } from '../../kernel/schema.ts'
import { type DayOff, type DayOffKind, dayOffDraft } from '../calendar/day-off.ts'
import { teachingWord } from '../cohort/cohort.ts'
import type { Skipped } from '../cohort/working-days.ts'
import type { Move } from './replan.ts'

const cohortCode = line(20, 1)

/** Solution of a problem; each answer belongs to one class. */
const replanAnswer = z.discriminatedUnion('kind', [
  /** Another instructor for days on which somebody cannot teach; null leaves these days without one. */
  z.strictObject({
    kind: z.literal('substitute'),
    cohort: cohortCode,
    instructorId,
    substituteId: instructorId.nullable(),
  }),
  /** An official permits a person whose credential does not cover the new dates. */
  z.strictObject({ kind: z.literal('allow'), cohort: cohortCode, instructorId, ...teachingWord }),
  /** Another room for all days of the class that are not held. */
  z.strictObject({ kind: z.literal('room'), cohort: cohortCode, roomId }),
  /** Only this class does not meet on these dates; its remaining days move. */
  z.strictObject({ kind: z.literal('pause'), cohort: cohortCode, dates: z.array(plainDateSchema).min(1).max(60) }),
])
export type ReplanAnswer = z.infer<typeof replanAnswer>

/** A day off that is added late, or withdrawn. */
export const dayOffChange = z
  .strictObject({
    action: z.enum(['add', 'withdraw']),
    /** The new day off; for a withdrawal its date, with the withdrawing decree as source. */
    day: dayOffDraft,
    /** Code of the only class concerned; null for the whole centre. */
    cohort: cohortCode.nullable(),
    answers: z.array(replanAnswer).max(500),
  })
  // A class that trains on joint leave would train on its own day off.
  .refine(({ action, cohort, day }) => action === 'withdraw' || cohort === null || day.kind !== 'joint_leave', {
    path: ['day', 'kind'],
    error: 'Cuti bersama berlaku untuk seluruh balai. Pilih jenis lain untuk satu kelas.',
  })
export type DayOffChange = z.infer<typeof dayOffChange>
export type DayOffChangeInput = z.input<typeof dayOffChange>

export type ReplanProblemCode =
  | 'instructor_not_permitted'
  | 'instructor_busy'
  | 'instructor_away'
  | 'room_busy'
  | 'trainee_busy'
  | 'no_holiday_table'
  | 'day_shut_in'
  | 'crosses_budget_year'
  | 'activity_of_other_year'

export type ReplanProblem = {
  code: ReplanProblemCode
  /** One sentence without full stop. */
  message: string
  /** Numbers of the training days concerned. */
  days: number[]
  /** False for information only. */
  blocking: boolean
  /** Possible answers, best first; empty if it can only be solved on another page. */
  suggestions: SuggestedAnswer[]
  /** The person whom an official can permit to teach; null unless only a credential is missing. */
  allow: { instructorId: InstructorId; name: string; days: number[]; why: string } | null
}

export type SuggestedAnswer = { label: string; answer: ReplanAnswer }

export type ReplannedDay = { n: number; date: PlainDate; held: boolean; closed: boolean }

export type AffectedCohort = {
  cohort: string
  title: string
  oldEnd: PlainDate
  newEnd: PlainDate
  before: ReplannedDay[]
  after: ReplannedDay[]
  skipped: Skipped[]
  moved: Move[]
  problems: ReplanProblem[]
  /** Given answers: 'Hari ke-15 diajar Dian Puspita'. */
  answered: { answer: ReplanAnswer; label: string }[]
}

export type DayOffPreview = {
  /** The present entry of the calendar for the date, for the centre or the one class. */
  known: { kind: DayOffKind; name: string; source: string } | null
  affected: AffectedCohort[]
  /** Classes that have already met on that date; they keep it. */
  kept: { cohort: string; title: string; n: number }[]
  /** All other classes that are not over. */
  unaffected: { cohort: string; title: string; start: PlainDate; end: PlainDate }[]
  /** Days off around the affected classes after the change, for the axis. */
  daysOff: DayOff[]
  /** Number of problems that must be answered first. */
  blocking: number
  /** Answers that are not needed any more, usually because another one solves the same problem; they are ignored. */
  unused: { answer: ReplanAnswer; title: string }[]
  /** Why the whole change is refused; null if it is not. */
  refused: DomainErrorData | null
}
