import { z } from 'zod'
import {
  type EvidenceSource,
  evidenceSources,
  targetGroups,
} from '../../../../shared/features/trainee/target-evidence.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'

/** A new evidence while it is typed. */
export const evidenceValues = z.object({
  groups: z.array(z.enum(targetGroups)),
  source: z.enum(evidenceSources).nullable(),
  decile: z.number().nullable(),
  dataDate: plainDateSchema.nullable(),
})
export type EvidenceValues = z.infer<typeof evidenceValues>

export const noEvidence: EvidenceValues = { groups: [], source: null, decile: null, dataDate: null }

/** Nothing of it is filled in: then there is none to record. */
export function isBlankEvidence({ groups, source, decile, dataDate }: EvidenceValues): boolean {
  return groups.length === 0 && source === null && decile === null && dataDate === null
}

/** A letter says nothing about a decile. */
export function hasDecile(source: EvidenceSource | null): boolean {
  return source !== 'SKTM' && source !== 'SURAT'
}
