import { IconPhone } from '@tabler/icons-react'
import type { FollowUpRow } from '../../../../shared/features/alumni/contract.ts'
import { callLink } from '../../../../shared/features/alumni/follow-up.ts'
import type { Action } from '../../../ui/action/action.ts'

/** Opens WhatsApp with a prepared message to a graduate. */
export function callAction(row: FollowUpRow, centre: string, keys: string): Action {
  const link = callLink(row.phone, { ...row, centre })
  return {
    label: 'WhatsApp',
    hint: 'WhatsApp orang ini',
    icon: IconPhone,
    keys,
    refused: link === null ? 'Nomor HP belum ada.' : undefined,
    run: () => link !== null && window.open(link, '_blank', 'noopener'),
  }
}
