import { z } from 'zod'
import { activityId, instructorId, programId, roomId, traineeId } from '../../ids.ts'
import { line, plainDateSchema, reason, timeSchema, whole } from '../../kernel/schema.ts'

export const dayCount = 15

/** Limits of the years that may have a holiday table. */
export const startSchema = plainDateSchema.refine(date => date >= '2000-01-01' && date <= '2100-12-31', {
  error: 'Tahun antara 2000 dan 2100.',
})

/** The fields that determine the fifteen days. */
export const calendarChoice = {
  start: startSchema,
  week: z.union([z.literal(5), z.literal(6)]),
  jointLeave: z.enum(['off', 'work']),
  hours: whole(1, 12),
}

const decree = {
  /** Issuer of the decree: 'Kepala Dinas Ketenagakerjaan Kota Tangerang'. */
  decreeIssuer: line(120).default(''),
  decreeNumber: line(80),
  decreeDate: plainDateSchema.nullable(),
  decreeSubject: line(200),
}
const money = {
  activity: line(160),
  fundingSource: line(120),
}
const clock = {
  startTime: timeSchema,
  endTime: timeSchema,
}

export const planDraft = z.strictObject({
  programId: programId.nullable(),
  ...calendarChoice,
  ...clock,
})
export type PlanDraft = z.infer<typeof planDraft>

function endsAfterStart(times: { startTime: string; endTime: string }) {
  return times.endTime > times.startTime
}
const timeOrder = { path: ['endTime'], error: 'Selesai sesudah mulai.' }

/** The official who permits teaching without a valid credential, and the reason. */
export const teachingWord = { official: line(100, 1), reason }

export const cohortDraft = z
  .strictObject({
    programId,
    ...calendarChoice,
    ...clock,
    ...decree,
    ...money,
    /** Angkatan III: unique within trade and year, also among cancelled classes. */
    number: whole(1, 99),
    roomId: roomId.nullable(),
    instructorId: instructorId.nullable(),
    /** Another instructor for these days. */
    second: z.strictObject({ instructorId, days: z.array(whole(1, 60)).min(1).max(60) }).optional(),
    /** For the days on which the chosen instructor has no valid credential. */
    override: z.strictObject(teachingWord).optional(),
    /** The activity that pays; its name and source are copied to the class. */
    activityId: activityId.nullable().default(null),
    traineeIds: z.array(traineeId).max(60),
    /** For people who were trained already. */
    repeatReason: reason.optional(),
  })
  .refine(endsAfterStart, timeOrder)
  .refine(({ instructorId, second }) => !second || (instructorId !== null && instructorId !== second.instructorId), {
    path: ['second'],
    error: 'Pilih dua instruktur yang berbeda.',
  })
export type CohortDraft = z.infer<typeof cohortDraft>

export const cohortDetails = z
  .strictObject({ ...clock, ...decree, ...money, roomId: roomId.nullable() })
  .refine(endsAfterStart, timeOrder)
export type CohortDetails = z.infer<typeof cohortDetails>

export const dayPlan = z.strictObject({
  n: whole(1, 60),
  hours: whole(1, 12),
  topic: line(200),
  instructorIds: z
    .array(instructorId)
    .max(6)
    .refine(ids => new Set(ids).size === ids.length, { error: 'Pengajar yang sama ditulis dua kali.' }),
})
export type DayPlan = z.infer<typeof dayPlan>

/** Leaving a class: by own wish, or expelled. */
export const leaveKinds = ['withdrawn', 'expelled'] as const
export type LeaveKind = (typeof leaveKinds)[number]
