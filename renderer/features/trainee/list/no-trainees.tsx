import { IconUsers } from '@tabler/icons-react'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'

interface NoTraineesProps {
  search: string
  narrowed: boolean
  onClear: () => void
  /** What fills an empty list. */
  actions: readonly Action[]
}

export function NoTrainees({ search, narrowed, onClear, actions }: NoTraineesProps) {
  if (search !== '')
    return (
      <EmptyState title={`Tidak ada peserta “${search}”.`}>
        Periksa ejaannya, atau <LinkAction onAction={onClear}>tampilkan semua peserta</LinkAction>.
      </EmptyState>
    )
  if (narrowed)
    return (
      <EmptyState title="Tidak ada peserta yang cocok.">
        <LinkAction onAction={onClear}>Tampilkan semua peserta</LinkAction>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconUsers}
      title="Belum ada peserta."
      actions={actions.map(action => <ActionButton key={action.label} action={action} />)}
    >
      Daftarkan satu per satu, atau ambil dari berkas Excel kelurahan.
    </EmptyState>
  )
}
