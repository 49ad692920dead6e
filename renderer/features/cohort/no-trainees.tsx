import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { cohortPath } from '../../app/cohort-path.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Panel } from '../../ui/page/panel.tsx'

/** Shown in place of the grid of a class without trainees. */
export function NoTrainees({ code }: { code: string }) {
  const router = useRouter()
  return (
    <Panel>
      <EmptyState
        icon={IconUsers}
        title="Belum ada peserta di kelas ini."
        actions={
          <ActionButton tone="primary" onAction={() => router.history.push(cohortPath(code, 'trainees'))}>
            Isi daftar peserta
          </ActionButton>
        }
      />
    </Panel>
  )
}
