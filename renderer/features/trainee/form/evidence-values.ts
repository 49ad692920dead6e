import { z } from 'zod'
import {
  type EvidenceSource,
  evidenceSources,
  targetGroups,
} from '../../../../shared/features/trainee/target-evidence.ts'
import { plainDateSchema } from '../../../../shared/kernel/schema.ts'

/** Values of the form of a new evidence. */
export const evidenceValues = z.object({
  groups: z.array(z.enum(targetGroups)),
  source: z.enum(evidenceSources).nullable(),
  decile: z.number().nullable(),
  dataDate: plainDateSchema.nullable(),
})
export type EvidenceValues = z.infer<typeof evidenceValues>

export const noEvidence: EvidenceValues = { groups: [], source: null, decile: null, dataDate: null }

/** True if nothing is filled in, so that no evidence is recorded. */
export function isBlankEvidence({ groups, source, decile, dataDate }: EvidenceValues): boolean {
  return groups.length === 0 && source === null && decile === null && dataDate === null
}

/** True if this source states a decile; a letter does not. */
export function hasDecile(source: EvidenceSource | null): boolean {
  return source !== 'SKTM' && source !== 'SURAT'
}
