import { IconCalendarEvent } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useSession } from '../../app/session.tsx'
import { useCentreSwitch } from '../../app/use-centre-switch.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Stands on Beranda until there is a class. */
export function FirstCohort() {
  const router = useRouter()
  const { centre } = useSession()
  const { openPractice } = useCentreSwitch()
  return (
    <Panel>
      {openPractice.error !== null && (
        <Note tone="err" live>
          {openPractice.error}
        </Note>
      )}
      <EmptyState
        icon={IconCalendarEvent}
        title="Belum ada angkatan."
        acts={
          <>
            <ActButton tone="primary" onAct={() => router.history.push('/angkatan/baru')}>
              Rencanakan angkatan
            </ActButton>
            {!centre.practice && <ActButton onAct={() => openPractice.run({})}>Muat data contoh</ActButton>}
          </>
        }
      >
        Lima belas hari kerja, tanggal merah dilewati sendiri. Data contoh dibuka di balai latihan yang terpisah.
      </EmptyState>
    </Panel>
  )
}
