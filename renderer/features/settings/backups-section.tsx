import { Box } from '@mantine/core'
import { IconDatabase, IconFlask } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { api } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { SnapshotList } from '../session/snapshot-list.tsx'
import styles from './backups-section.module.css'
import { LeftoversPanel } from './leftovers-panel.tsx'

export const backupsSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan/cadangan',
  component: BackupsSection,
})

/** Snapshots of the data, how to make one and how to go back to one. */
function BackupsSection() {
  const { snapshots, provenSnapshot, missedSnapshot, dataFolder } = useSession()
  const take = useCommand(api.session.takeSnapshot, {
    done: snapshot => `Cadangan ${formatMoment(snapshot.takenAt)} dibuat dan diperiksa.`,
  })
  const takeOne: Action = {
    label: 'Cadangkan sekarang',
    keys: 'Alt B',
    tone: 'primary',
    icon: IconDatabase,
    run: () => take.run({}),
  }
  useActions([takeOne])
  return (
    <SettingsPage
      section="cadangan"
      actions={<ActionButton action={takeOne} />}
      side={
        <>
          <Panel title="Yang dijaga sendiri">
            <Box component="p" className={layout.note} mb="0.625rem">
              Cadangan dibuat setiap kali Balai ditutup sesudah ada perubahan, dan sebelum data diperbarui ke versi
              baru. Tiap cadangan langsung dibuka dan diperiksa.
            </Box>
            <Box component="p" className={layout.note} mb="0.625rem">
              Folder data: <span className={styles.folder}>{dataFolder}</span>. Salin folder “cadangan” di dalamnya ke
              diska lain secara teratur.
            </Box>
          </Panel>
          <LeftoversPanel />
          <PracticePanel />
        </>
      }
    >
      <ErrorNote error={take.error} />
      {missedSnapshot !== null && (
        <Note tone="err" title={`Cadangan saat ditutup ${formatMoment(missedSnapshot)} gagal dibuat.`}>
          Mungkin program lain sedang memakai berkasnya, atau diska penuh. Buat satu sekarang.
        </Note>
      )}
      <Panel title="Cadangan" flush>
        {snapshots.length === 0 ? (
          <EmptyState icon={IconDatabase} title="Belum ada cadangan.">
            Yang pertama dibuat saat Balai ditutup, atau sekarang dengan tombol di atas.
          </EmptyState>
        ) : (
          <SnapshotList snapshots={snapshots} proven={provenSnapshot} />
        )}
      </Panel>
    </SettingsPage>
  )
}

function PracticePanel() {
  const { centre } = useSession()
  const { openPractice, leavePractice } = useCentreSwitch()
  const problem = openPractice.error ?? leavePractice.error
  return (
    <Panel title="Latihan">
      <Box component="p" className={layout.note} mb="0.625rem">
        Balai terpisah dengan kelas dan orang rekaan, untuk mencoba apa saja tanpa menyentuh data yang sebenarnya.
      </Box>
      {centre.practice ? (
        <ActionButton icon={IconFlask} onAction={() => leavePractice.run({})}>
          Keluar dari latihan
        </ActionButton>
      ) : (
        <ActionButton icon={IconFlask} onAction={() => openPractice.run({})}>
          Buka balai latihan
        </ActionButton>
      )}
      <ErrorNote error={problem} />
    </Panel>
  )
}
