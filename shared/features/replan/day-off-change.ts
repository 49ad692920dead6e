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

/** How a problem of a moved class is solved; each answer belongs to one class. */
const replanAnswer = z.discriminatedUnion('kind', [
  /** Who teaches instead of somebody who cannot on the new dates; null leaves these days without instructor. */
  z.strictObject({
    kind: z.literal('substitute'),
    cohort: cohortCode,
    instructorId,
    substituteId: instructorId.nullable(),
  }),
  /** An official allows somebody whose credential does not cover the new dates. */
  z.strictObject({ kind: z.literal('allow'), cohort: cohortCode, instructorId, ...teachingWord }),
  /** Another room for all days of the class that are not held. */
  z.strictObject({ kind: z.literal('room'), cohort: cohortCode, roomId }),
  /** This class alone does not meet on these dates, so that what is left of it comes later. */
  z.strictObject({ kind: z.literal('pause'), cohort: cohortCode, dates: z.array(plainDateSchema).min(1).max(60) }),
])
export type ReplanAnswer = z.infer<typeof replanAnswer>

/** A day off that comes late, or one that is taken back. */
export const dayOffChange = z
  .strictObject({
    action: z.enum(['add', 'withdraw']),
    /** What becomes a day off; for a withdrawal its date, with the decree that takes it back as source. */
    day: dayOffDraft,
    /** Code of the only class concerned; null for the whole centre. */
    cohort: cohortCode.nullable(),
    answers: z.array(replanAnswer).max(500),
  })
  // A class that works on joint leave would train on its own closure.
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
  /** Training days concerned. */
  days: number[]
  /** False for what is only to be known. */
  blocking: boolean
  /** Answers that solve it, best first; empty where only another page can. */
  suggestions: SuggestedAnswer[]
  /** Whom an official can allow to teach; null unless a credential is what is missing. */
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
  /** Answers that were taken: 'Hari ke-15 diajar Dian Puspita'. */
  answered: { answer: ReplanAnswer; label: string }[]
}

export type DayOffPreview = {
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
  /** Answers that are for nothing now, mostly because another one has solved the same: they are not carried out. */
  unused: { answer: ReplanAnswer; title: string }[]
  /** Why the change as a whole is not carried out; null where it is. */
  refused: DomainErrorData | null
}
