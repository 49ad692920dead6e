import type { IssuePreparation } from '../../../../shared/features/certificate/contract.ts'
import { type OfficerId, officerId } from '../../../../shared/ids.ts'
import { useRemembered } from '../../../app/use-remembered.ts'

/** Who signs certificates beside the head of the centre, as chosen last; null for one signature, and where nobody may on that day. */
export function useAcknowledger({ kind, officerId: signer, acknowledgers }: IssuePreparation) {
  const [remembered, remember] = useRemembered<OfficerId | null>('sertifikat-mengetahui', officerId.nullable(), null)
  const possible = kind === 'certificate' && acknowledgers.some(one => one.id === remembered && one.id !== signer)
  return [possible ? remembered : null, remember] as const
}
