import { IconCalendarEvent } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useSession } from '../../app/client.ts'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Panel } from '../../ui/page/panel.tsx'

/** Shown on Beranda until there is a class. */
export function FirstCohort() {
  const router = useRouter()
  const { centre } = useSession()
  const { openPractice } = useCentreSwitch()
  return (
    <Panel>
      <ErrorNote error={openPractice.error} />
      <EmptyState
        icon={IconCalendarEvent}
        title="Belum ada angkatan."
        actions={
          <>
            <ActionButton tone="primary" onAction={() => router.history.push('/angkatan/baru')}>
              Rencanakan angkatan
            </ActionButton>
            {!centre.practice && <ActionButton onAction={() => openPractice.run({})}>Muat data contoh</ActionButton>}
          </>
        }
      >
        Lima belas hari kerja, tanggal merah dilewati sendiri. Data contoh dibuka di balai latihan yang terpisah.
      </EmptyState>
    </Panel>
  )
}
