import { z } from 'zod'
import { type ProgramId, programId } from '../../ids.ts'
import { whole } from '../../kernel/schema.ts'

/** How somebody stands in a class, or that there was none. */
const traineeStates = ['none', 'enrolled', 'passed', 'failed', 'withdrawn', 'expelled'] as const
export type TraineeState = (typeof traineeStates)[number]

/**
 * Groups that may be told in a list. GENERAL is everybody of whom no open evidence says otherwise: who is left over when a list is
 * filtered must not give away whose evidence is restricted.
 */
const listedGroups = ['POOR', 'EXTREME_POOR', 'GENERAL'] as const

/**
 * Program and year ask whether a person had such a class; the state is then how that class ended, the newest one where there were
 * several. Without them it is the state of the newest class.
 */
export const traineeFilter = z.strictObject({
  /** Kemendagri code without dots; '' for those of whom it is not known. */
  villageCode: z
    .string()
    .regex(/^(\d{10})?$/)
    .nullable()
    .default(null),
  programId: programId.nullable().default(null),
  year: whole(2000, 2100).nullable().default(null),
  state: z.enum(traineeStates).nullable().default(null),
  target: z.enum(listedGroups).nullable().default(null),
})
export type TraineeFilter = z.infer<typeof traineeFilter>

export const everybody: TraineeFilter = { villageCode: null, programId: null, year: null, state: null, target: null }

/** Columns of the list by which it is sorted. Within one sex, kelurahan, kecamatan or class people stand by name. */
export const sortedBy = ['name', 'birthDate', 'sex', 'village', 'district', 'cohort'] as const

export const traineeOrder = z.strictObject({
  by: z.enum(sortedBy),
  descending: z.boolean(),
})
export type TraineeOrder = z.infer<typeof traineeOrder>
export const byName: TraineeOrder = { by: 'name', descending: false }

/** What there is to choose from, with how many people each would leave. */
export type FilterChoices = {
  villages: { code: string; village: string; district: string; people: number }[]
  programs: { id: ProgramId; title: string; people: number }[]
  years: { year: number; people: number }[]
}
