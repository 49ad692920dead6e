import { z } from 'zod'
import { type PlanDraft, planDraft, teachingWord } from '../../../../shared/features/cohort/cohort.ts'
import { activityId, instructorId, programId, roomId, traineeId } from '../../../../shared/ids.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'

/** Values of the form of a new class. `number` null takes the proposed one. */
export const planValues = z.object({
  programId: programId.nullable(),
  start: plainDateSchema.nullable(),
  week: z.union([z.literal(5), z.literal(6)]),
  jointLeave: z.enum(['off', 'work']),
  hours: z.number(),
  startTime: z.string(),
  endTime: z.string(),
  number: z.number().nullable(),
  /** Filled in from the activity when the class is saved. */
  activity: z.string(),
  fundingSource: z.string(),
  /** Drafts of older versions lack it. */
  activityId: activityId.nullable().default(null),
  decreeIssuer: z.string(),
  decreeNumber: z.string(),
  decreeDate: plainDateSchema.nullable(),
  decreeSubject: z.string(),
  roomId: roomId.nullable(),
  instructorId: instructorId.nullable(),
  /** A second instructor who teaches these days instead. */
  second: z.object({ instructorId, days: z.array(z.number()) }).optional(),
  /** Permission of an official for the chosen instructor to teach the days without a valid credential. */
  override: z.object(teachingWord).optional(),
  traineeIds: z.array(traineeId),
})
export type PlanValues = z.infer<typeof planValues>

/** A trainee chosen for the class. */
export const chosenTrainee = z.object({ id: traineeId, name: z.string(), village: z.string().nullable() })
export type ChosenTrainee = z.infer<typeof chosenTrainee>

export const newPlan: PlanValues = {
  programId: null,
  start: null,
  week: 5,
  jointLeave: 'off',
  hours: 8,
  startTime: '08:00',
  endTime: '15:15',
  number: null,
  activity: '',
  fundingSource: '',
  activityId: null,
  decreeIssuer: '',
  decreeNumber: '',
  decreeDate: null,
  decreeSubject: '',
  roomId: null,
  instructorId: null,
  traineeIds: [],
}

/** The values that the days depend on; null while they are incomplete. */
export function planInput(values: PlanValues): PlanDraft | null {
  const { programId, start, week, jointLeave, hours, startTime, endTime } = values
  const read = planDraft.safeParse({ programId, start, week, jointLeave, hours, startTime, endTime })
  return read.success ? read.data : null
}
