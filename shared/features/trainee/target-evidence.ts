import { z } from 'zod'
import type { PlainDate } from '../../kernel/plain-date.ts'
import { plainDateSchema, whole } from '../../kernel/schema.ts'

export const targetGroups = ['POOR', 'EXTREME_POOR', 'STUNTING'] as const
export type TargetGroup = (typeof targetGroups)[number]
export const targetGroupLabels: Record<TargetGroup, string> = {
  POOR: 'Miskin',
  EXTREME_POOR: 'Miskin ekstrem',
  STUNTING: 'Keluarga stunting',
}

/** Groups that may be listed; not STUNTING, which is health data of a child. */
type OpenGroup = Exclude<TargetGroup, 'STUNTING'>

export const evidenceSources = ['DTSEN', 'DTKS', 'P3KE', 'SKTM', 'SURAT'] as const
export type EvidenceSource = (typeof evidenceSources)[number]
export const evidenceLabels: Record<EvidenceSource, string> = {
  DTSEN: 'DTSEN',
  DTKS: 'DTKS',
  P3KE: 'P3KE',
  SKTM: 'SKTM',
  SURAT: 'Surat kelurahan/puskesmas',
}

/** Evidence that a person belongs to a target group; several groups are possible. People without a group have none ("umum"). */
export const targetEvidenceDraft = z.strictObject({
  source: z.enum(evidenceSources, { error: 'Pilih sumber datanya.' }),
  groups: z
    .array(z.enum(targetGroups))
    .min(1, { error: 'Pilih paling sedikit satu kategori.' })
    .transform(groups => targetGroups.filter(group => groups.includes(group))),
  /** 1 is the poorest tenth; null if the source has none. Restricted, like STUNTING. */
  decile: whole(1, 10).nullable(),
  /** Date of the data in the source. */
  dataDate: plainDateSchema,
})
export type TargetEvidenceDraft = z.infer<typeof targetEvidenceDraft>

/** The part of an evidence that is not restricted. */
export type OpenTarget = { source: EvidenceSource; groups: OpenGroup[]; dataDate: PlainDate }

export function openGroups(poor: 0 | 1, extremePoor: 0 | 1): OpenGroup[] {
  const held = { POOR: poor === 1, EXTREME_POOR: extremePoor === 1 }
  return (['POOR', 'EXTREME_POOR'] as const).filter(group => held[group])
}
