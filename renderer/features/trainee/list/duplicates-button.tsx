import { IconUsersMinus } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { api, useRead } from '../../../app/client.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'

/** Link to possible duplicates with the number of pairs. */
export function DuplicatesButton() {
  const router = useRouter()
  const { data } = useRead(api.duplicate.counts, {})
  const open: Action = {
    label: data && data.likely > 0 ? `Data ganda ${data.likely.toLocaleString('id-ID')}` : 'Data ganda',
    hint: 'data ganda',
    needs: 'trainee.change',
    keys: 'Alt G',
    run: () => router.history.push('/peserta/ganda'),
  }
  useActions([open])
  // Without its key, for lack of room in the head.
  return (
    <ActionButton needs="trainee.change" icon={IconUsersMinus} onAction={open.run}>
      {open.label}
    </ActionButton>
  )
}
