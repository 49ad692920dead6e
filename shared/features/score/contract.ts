import { z } from 'zod'
import {
  type CohortElementId,
  type CohortUnitId,
  cohortCodeSchema,
  cohortElementId,
  cohortUnitId,
  type EnrolmentId,
  enrolmentId,
} from '../../ids.ts'
import { reason, whole } from '../../kernel/schema.ts'
import { seenRowsOf } from '../../kernel/seen.ts'
import { command, output, query } from '../../operation.ts'
import type { UnitJudgement } from './score.ts'

/** Hundredths from 0 to 100,00. */
const scoreSchema = whole(0, 10_000).nullable()

const judgement = z.enum(['K', 'BK']).nullable()

export const scoreEntry = z.strictObject({
  enrolmentId,
  theory: scoreSchema.optional(),
  practice: scoreSchema.optional(),
  units: z
    .array(
      z.strictObject({
        unitId: cohortUnitId,
        result: judgement.optional(),
        score: scoreSchema.optional(),
      }),
    )
    .max(60)
    .optional(),
  /** Applied after the units: if an element is judged, the result of its unit follows from its elements. */
  elements: z
    .array(
      z.strictObject({
        elementId: cohortElementId,
        result: judgement.optional(),
        score: scoreSchema.optional(),
      }),
    )
    .max(1200)
    .optional(),
})
export type ScoreEntry = z.infer<typeof scoreEntry>

export type ScoreRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  /** Left the class: needs no score. */
  left: boolean
  theory: number | null
  practice: number | null
  final: number | null
  units: { unitId: CohortUnitId; result: UnitJudgement; score: number | null }[]
  /** For all units with elements, in the order of the curriculum. */
  elements: { elementId: CohortElementId; result: UnitJudgement; score: number | null }[]
}
export type ScoreGrid = {
  code: string
  weights: { theory: number; practice: number }
  passMark: number
  units: {
    id: CohortUnitId
    code: string
    title: string
    compulsory: boolean
    elements: { id: CohortElementId; title: string }[]
  }[]
  rows: ScoreRow[]
  /** The panel has decided: scores are read-only until that is reopened. */
  locked: boolean
  /** Who closed entry and when; null while it is open. */
  closed: { by: string; at: string } | null
  /** How often entry was closed, including reopened ones. */
  closings: number
  /** Rules of a class that has not begun and that differ from the present ones; empty once it has begun. */
  outdated: string[]
}

export type ScoreCorrection = {
  name: string
  /** 'Teori', 'Unit 3', 'Unit 3 elemen 2'. */
  item: string
  /** As shown; '' if empty. */
  before: string
  after: string
  by: string
  at: string
}
/** One closing of entry, with corrections after it was reopened. */
export type ScoreClosing = {
  closedAt: string
  closedBy: string
  reopened: { at: string; by: string; reason: string } | null
  corrections: ScoreCorrection[]
}

export const scoreContract = {
  grid: query('score.see', { code: cohortCodeSchema }, output<ScoreGrid>()),
  save: command('score.change', 'Mengisi nilai', {
    code: cohortCodeSchema,
    entries: z.array(scoreEntry).min(1).max(60),
    ...seenRowsOf(scoreEntry, 60),
  }),
  /** Scores are then read-only until entry is reopened with a reason. */
  close: command('score.change', 'Menutup pengisian nilai', { code: cohortCodeSchema }),
  reopen: command('score.change', 'Membuka kembali pengisian nilai', { code: cohortCodeSchema, reason }),
  /** A class that has not begun takes the present rules and the elements of its curriculum. */
  takeRules: command('score.change', 'Memakai aturan nilai sekarang', { code: cohortCodeSchema }),
  /** Latest closing first. */
  history: query('score.see', { code: cohortCodeSchema }, output<ScoreClosing[]>()),
}
