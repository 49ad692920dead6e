import { IconDatabase, IconFlask } from '@tabler/icons-react'
import { createRoute } from '@tanstack/react-router'
import { api } from '../../app/client.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { useSession } from '../../app/session.tsx'
import { useCentreSwitch } from '../../app/use-centre-switch.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { SnapshotList } from '../session/snapshot-list.tsx'
import styles from './backups-section.module.css'
import { SettingsPage } from './settings-page.tsx'

export const backupsSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan/cadangan',
  component: BackupsSection,
})

/** Snapshots of the data, how to make one and how to go back to one. */
function BackupsSection() {
  const { snapshots, provenSnapshot, dataFolder } = useSession()
  const take = useCommand(api.session.takeSnapshot, {
    done: snapshot => `Cadangan ${momentWords(snapshot.takenAt)} dibuat dan diperiksa.`,
  })
  useKeys([{ keys: 'Alt B', label: 'cadangkan sekarang', run: () => void take.run({}) }])
  return (
    <SettingsPage
      section="cadangan"
      actions={
        <ActButton tone="primary" icon={IconDatabase} keys="Alt B" onAct={() => take.run({})}>
          Cadangkan sekarang
        </ActButton>
      }
      side={
        <>
          <Panel title="Yang dijaga sendiri">
            <p className={styles.words}>
              Cadangan dibuat setiap kali Balai ditutup sesudah ada perubahan, dan sebelum data diperbarui ke versi
              baru. Tiap cadangan langsung dibuka dan diperiksa.
            </p>
            <p className={styles.words}>
              Folder data: <span className={styles.folder}>{dataFolder}</span>. Salin folder “cadangan” di dalamnya ke
              diska lain secara teratur.
            </p>
          </Panel>
          <PracticePanel />
        </>
      }
    >
      {take.error !== null && (
        <Note tone="err" live>
          {take.error}
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
      <p className={styles.words}>
        Balai terpisah dengan kelas dan orang rekaan, untuk mencoba apa saja tanpa menyentuh data yang sebenarnya.
      </p>
      {centre.practice ? (
        <ActButton icon={IconFlask} onAct={() => leavePractice.run({})}>
          Keluar dari latihan
        </ActButton>
      ) : (
        <ActButton icon={IconFlask} onAct={() => openPractice.run({})}>
          Buka balai latihan
        </ActButton>
      )}
      {problem !== null && (
        <Note tone="err" live>
          {problem}
        </Note>
      )}
    </Panel>
  )
}
