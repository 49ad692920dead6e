import { z } from 'zod'
import { activityId, programId } from '../../ids.ts'
import { line, plainDateSchema, timeSchema, whole } from '../../kernel/schema.ts'
import { budgetYear } from '../activity/activity.ts'

/** In the order of the selection; each is optional. */
export const stageKinds = ['ADMINISTRATION', 'TEST', 'INTERVIEW'] as const
export type StageKind = (typeof stageKinds)[number]

/** Stages with a score; the other one only says whether conditions are met. */
const scoredKinds = ['TEST', 'INTERVIEW'] as const
type ScoredKind = (typeof scoredKinds)[number]

/** Events that applicants are invited to. */
export const occasions = ['TEST', 'INTERVIEW', 'RE_REGISTRATION'] as const
export type Occasion = (typeof occasions)[number]

/** Priority groups, the first one wins between equal scores. */
export const priorities = ['EXTREME_POOR', 'POOR', 'GENERAL'] as const
export type Priority = (typeof priorities)[number]

/** Results of the selection: Lulus, Cadangan, Tidak. */
export const outcomes = ['accepted', 'reserve', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

export const mostPlaces = 60

const stage = z.strictObject({
  kind: z.enum(stageKinds),
  /** Whole percent of the total; 0 without a score. */
  weight: whole(0, 100),
  /** Minimum in hundredths; null for none. */
  passLimit: whole(0, 10_000).nullable(),
})
export type Stage = z.infer<typeof stage>

const meeting = z.strictObject({
  occasion: z.enum(occasions),
  date: plainDateSchema,
  time: timeSchema,
  place: line(120, 1),
})
export type Meeting = z.infer<typeof meeting>

function areDistinct(keys: readonly string[]): boolean {
  return new Set(keys).size === keys.length
}

export const registrationDraft = z
  .strictObject({
    title: line(120, 1),
    programId,
    /** The class for the accepted people; may be set later. */
    cohortCode: line(20, 1).nullable(),
    year: budgetYear,
    /** First and last day of application. */
    opens: plainDateSchema,
    closes: plainDateSchema,
    quota: whole(1, mostPlaces),
    /** Length of the list of reserves. */
    reserves: whole(0, mostPlaces),
    /** Part of the quota for kelurahan without anybody yet. */
    keptPlaces: whole(0, mostPlaces),
    /** Without anybody in this activity; null: in any activity of the year. */
    keptActivityId: activityId.nullable(),
    stages: z
      .array(stage)
      .max(stageKinds.length)
      .refine(stages => areDistinct(stages.map(one => one.kind)), { error: 'Tahap yang sama ditulis dua kali.' }),
    meetings: z
      .array(meeting)
      .max(occasions.length)
      .refine(meetings => areDistinct(meetings.map(one => one.occasion)), {
        error: 'Acara yang sama ditulis dua kali.',
      }),
  })
  .refine(draft => draft.closes >= draft.opens, { path: ['closes'], error: 'Ditutup sebelum dibuka.' })
  .refine(draft => draft.keptPlaces <= draft.quota, { path: ['keptPlaces'], error: 'Tidak lebih dari kuota.' })
  .refine(draft => weightsFit(draft.stages), {
    path: ['stages'],
    error: 'Bobot tahap yang bernilai berjumlah 100, dan masing-masing lebih dari 0.',
  })
  .refine(draft => draft.stages.every(one => isScored(one.kind) || (one.weight === 0 && one.passLimit === null)), {
    path: ['stages'],
    error: 'Seleksi administrasi tidak bernilai.',
  })
export type RegistrationDraft = z.infer<typeof registrationDraft>

export function isScored(kind: StageKind): kind is ScoredKind {
  return kind !== 'ADMINISTRATION'
}

/** Weights of scored stages must add to 100 percent, if there are any. */
function weightsFit(stages: readonly Stage[]): boolean {
  const scored = stages.filter(one => isScored(one.kind))
  if (scored.length === 0) return true
  return scored.every(one => one.weight > 0) && scored.reduce((sum, one) => sum + one.weight, 0) === 100
}

export function inStageOrder<One extends { kind: StageKind }>(stages: readonly One[]): One[] {
  return stages.toSorted((a, b) => stageKinds.indexOf(a.kind) - stageKinds.indexOf(b.kind))
}

export const defaultQuota = 16
export const defaultReserves = 4
