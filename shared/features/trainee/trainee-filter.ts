import { z } from 'zod'
import { type ProgramId, programId } from '../../ids.ts'
import { whole } from '../../kernel/schema.ts'

/** State of a person in the latest class, or without a class. */
const traineeStates = ['none', 'enrolled', 'passed', 'failed', 'withdrawn', 'expelled'] as const
export type TraineeState = (typeof traineeStates)[number]

/**
 * Groups that may be shown in a list. GENERAL is everybody without open evidence of another group, so that filtering cannot reveal restricted
 * evidence.
 */
const listedGroups = ['POOR', 'EXTREME_POOR', 'GENERAL'] as const

/**
 * Program and year filter people who had such a class; the state is then the result of that class, of the newest if several. Without them it is the
 * state in the newest class.
 */
export const traineeFilter = z.strictObject({
  /** Kemendagri code without dots; '' for unknown. */
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

/** Sort columns of the list. People with the same sex, kelurahan, kecamatan or class are sorted by name. */
export const sortedBy = ['name', 'birthDate', 'sex', 'village', 'district', 'cohort'] as const

export const traineeOrder = z.strictObject({
  by: z.enum(sortedBy),
  descending: z.boolean(),
})
export type TraineeOrder = z.infer<typeof traineeOrder>
export const byName: TraineeOrder = { by: 'name', descending: false }

/** Filter values with the number of people. */
export type FilterChoices = {
  villages: { code: string; village: string; district: string; people: number }[]
  programs: { id: ProgramId; title: string; people: number }[]
  years: { year: number; people: number }[]
}
