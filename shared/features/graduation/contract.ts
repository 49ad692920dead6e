import { z } from 'zod'
import { cohortCodeSchema, type EnrolmentId, enrolmentId } from '../../ids.ts'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { line, paragraph, plainDateSchema, reason } from '../../kernel/schema.ts'
import { command, output, query } from '../../operation.ts'
import type { Outcome, Reason } from './graduation.ts'

export type Decision = 'passed' | 'failed' | 'withdrawn' | 'expelled'

const panelMember = z.strictObject({ name: line(100, 1), role: line(60, 1) })
export type PanelMember = z.infer<typeof panelMember>

export const panelDraft = z.strictObject({
  code: cohortCodeSchema,
  heldOn: plainDateSchema,
  place: line(120),
  members: z.array(panelMember).min(1, { error: 'Tulis paling sedikit satu anggota sidang.' }).max(20),
  /** Only decisions that differ from the proposal. */
  overrides: z
    .array(z.strictObject({ enrolmentId, decision: z.enum(['passed', 'failed']), reason: paragraph(500, 10) }))
    .max(60),
  /** The proposals shown on the page, to detect changes; null for callers that do not send them. */
  seen: z
    .array(z.strictObject({ enrolmentId, proposal: z.string().max(20) }))
    .max(60)
    .nullable()
    .default(null),
})
export type PanelDraft = z.infer<typeof panelDraft>

export type GraduationRow = {
  enrolmentId: EnrolmentId
  position: number
  name: string
  present: number
  planned: number
  percent: number | null
  theory: number | null
  practice: number | null
  final: number | null
  unitsAchieved: number
  unitsTotal: number
  /** Units without K or BK. */
  unitsOpen: number
  predicate: string | null
  proposal: Outcome
  reasons: Reason[]
  decision: Decision | null
  overrideReason: string
}

export type Graduation = {
  code: string
  rules: { daysNeeded: number; passMark: number; unitsRequired: boolean }
  rows: GraduationRow[]
  /** What must be filled in before the panel; empty if nothing. */
  missing: {
    step: 'attendance' | 'score'
    words: string
    /** The first day concerned. */
    day?: number
  }[]
  panel: { heldOn: PlainDate; place: string; members: PanelMember[]; decidedAt: string; decidedBy: string } | null
  /** Number of issued certificates; if any, it cannot be reopened. */
  certificates: number
}

export const graduationContract = {
  get: query('panel.see', { code: cohortCodeSchema }, output<Graduation>()),
  decide: command(
    'panel.decide',
    'Menetapkan hasil sidang',
    panelDraft,
    output<{ passed: number; failed: number; withdrawn: number }>(),
  ),
  reopen: command('panel.decide', 'Membuka kembali sidang', { code: cohortCodeSchema, reason }),
}
