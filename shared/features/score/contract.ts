import { z } from 'zod'
import { type CohortUnitId, cohortUnitId, type EnrolmentId, enrolmentId } from '../../ids.ts'
import { whole } from '../../kernel/schema.ts'
import { command, output, query } from '../../operation.ts'
import { cohortCodeSchema } from '../cohort/contract.ts'

/** Whole hundredths from 0 to 100,00. */
export const scoreSchema = whole(0, 10_000).nullable()

export const scoreEntry = z.strictObject({
  enrolmentId,
  theory: scoreSchema.optional(),
  practice: scoreSchema.optional(),
  units: z
    .array(
      z.strictObject({
        unitId: cohortUnitId,
        result: z.enum(['K', 'BK']).nullable().optional(),
        score: scoreSchema.optional(),
      }),
    )
    .max(60)
    .optional(),
})
export type ScoreEntry = z.infer<typeof scoreEntry>

export type ScoreRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  /** Left the class: no score needed. */
  left: boolean
  theory: number | null
  practice: number | null
  final: number | null
  units: { unitId: CohortUnitId; result: 'K' | 'BK' | null; score: number | null }[]
}
export type ScoreGrid = {
  code: string
  weights: { theory: number; practice: number }
  passMark: number
  units: { id: CohortUnitId; code: string; title: string; compulsory: boolean }[]
  rows: ScoreRow[]
  /** The panel has decided: scores stand still until its decision is reopened. */
  locked: boolean
}

export const scoreContract = {
  grid: query(z.strictObject({ code: cohortCodeSchema }), output<ScoreGrid>()),
  save: command(
    z.strictObject({ code: cohortCodeSchema, entries: z.array(scoreEntry).min(1).max(60) }),
    output<void>(),
  ),
}
