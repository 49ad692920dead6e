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

/** The groups that may stand in a list; STUNTING tells of a child's health and does not. */
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

/** Why somebody belongs to the target of a programme. Several groups may hold; who belongs to none has no evidence ("umum"). */
export const targetEvidenceDraft = z.strictObject({
  source: z.enum(evidenceSources, { error: 'Pilih sumber datanya.' }),
  groups: z
    .array(z.enum(targetGroups))
    .min(1, { error: 'Pilih paling sedikit satu kategori.' })
    .transform(groups => targetGroups.filter(group => groups.includes(group))),
  /** 1 is the poorest tenth; null where the source has none. Restricted, as STUNTING is. */
  decile: whole(1, 10).nullable(),
  /** The day as of which the source says so. */
  dataDate: plainDateSchema,
})
export type TargetEvidenceDraft = z.infer<typeof targetEvidenceDraft>

/** What an ordinary row may show of an evidence. */
export type OpenTarget = { source: EvidenceSource; groups: OpenGroup[]; dataDate: PlainDate }

export function openGroups(poor: 0 | 1, extremePoor: 0 | 1): OpenGroup[] {
  const held = { POOR: poor === 1, EXTREME_POOR: extremePoor === 1 }
  return (['POOR', 'EXTREME_POOR'] as const).filter(group => held[group])
}
