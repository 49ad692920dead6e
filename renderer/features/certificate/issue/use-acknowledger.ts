import type { IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { type OfficerId, officerId as officerIdSchema } from '../../../../shared/ids.ts'
import { useRemembered } from '../../../app/use-remembered.ts'

/** Who signs certificates beside the head, as chosen last; null for one signature, and where that person may not sign. */
export function useAcknowledger({ kind, officerId: signer, acknowledgers }: IssuePreparation) {
  const [remembered, remember] = useRemembered<OfficerId | null>(
    'sertifikat-mengetahui',
    officerIdSchema.nullable(),
    null,
  )
  const possible = kind === 'certificate' && acknowledgers.some(one => one.id === remembered && one.id !== signer)
  return [possible ? remembered : null, remember] as const
}
