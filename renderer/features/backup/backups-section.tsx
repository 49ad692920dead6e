import { Box } from '@mantine/core'
import { IconDatabase, IconFlask, IconRestore } from '@tabler/icons-react'
import { useState } from 'react'
import { keptDays } from '../../../shared/features/session/leftover.ts'
import { addDays, longDate } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useCommand, useRead, useSession } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { useCentreSwitch } from '../../app/frame/use-centre-switch.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { SnapshotList } from '../session/snapshot-list.tsx'
import styles from './backups-section.module.css'
import { MonthPanel } from './month-panel.tsx'
import { PlacesPanel } from './places-panel.tsx'
import { ProofPanel } from './proof-panel.tsx'
import { RestorePane } from './restore-pane.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { UndoRestoreNote } from './undo-restore-note.tsx'

export const backupsSectionRoute = pageRoute('/pengaturan/cadangan', BackupsSection)

/** Whether the data can be restored, where its backups are, and how to restore one. */
function BackupsSection() {
  const { missedSnapshot } = useSession()
  const status = useRead(api.backup.status, {}, { refetchInterval: 10_000 })
  const [chosen, setChosen] = useState<string | null>(null)
  const take = useCommand(api.session.takeSnapshot, {
    done: snapshot => `Cadangan ${formatMoment(snapshot.takenAt)} dibuat dan diperiksa.`,
  })
  const run = useCommand(api.backup.run, {
    done: ({ written }) =>
      written.length > 0 ? `Cadangan selesai di ${written.join(', ')}, diska boleh dicabut.` : null,
  })
  const test = useCommand(api.backup.test, {
    done: proof =>
      proof?.ok ? `Terbukti dapat dipulihkan: ${proof.rows.toLocaleString('id-ID')} baris, 0 berbeda.` : null,
  })
  const reachable = status.data?.places.some(place => place.here) ?? false
  const takeOne = primaryAction('Alt B', 'Cadangkan sekarang', async () => (reachable ? run.run({}) : take.run({})), {
    needs: 'backup.make',
    icon: IconDatabase,
    pending: take.pending || run.pending,
  })
  const testOne: Action = {
    label: 'Uji pulih sekarang',
    needs: 'backup.make',
    keys: 'Alt U',
    icon: IconRestore,
    pending: test.pending,
    refused: status.data?.bundles.length === 0 ? 'Belum ada cadangan di tempat lain yang dapat diuji.' : undefined,
    run: () => test.run({}),
  }
  useActions([testOne, takeOne])
  const bundle = status.data?.bundles.find(one => one.madeAt === chosen) ?? status.data?.bundles[0] ?? null
  return (
    <SettingsPage
      section="cadangan"
      sideWidth={336}
      actions={<ActionButtons actions={[testOne, takeOne]} />}
      side={
        <>
          {bundle && status.data?.sheet && <RestorePane key={bundle.madeAt} bundle={bundle} />}
          <LeftoversPanel />
          <PracticePanel />
        </>
      }
    >
      <ErrorNote error={take.error ?? run.error ?? test.error} />
      {missedSnapshot !== null && (
        <Note tone="err" title={`Cadangan saat ditutup ${formatMoment(missedSnapshot)} gagal dibuat.`}>
          Mungkin program lain sedang memakai berkasnya, atau diska penuh. Buat satu sekarang.
        </Note>
      )}
      <UndoRestoreNote />
      <QueryBoundary query={status} rows={6}>
        {data => (
          <>
            <ProofPanel status={data} />
            <PlacesPanel status={data} />
            <Columns widths="1.55fr 1fr" align="stretch">
              <MonthPanel status={data} chosen={bundle?.madeAt ?? null} onChoose={setChosen} />
              <SheetPanel sheet={data.sheet} />
            </Columns>
          </>
        )}
      </QueryBoundary>
      <LocalPanel />
    </SettingsPage>
  )
}

/** Snapshots that the program can restore without the recovery sheet. */
function LocalPanel() {
  const { snapshots, provenSnapshot, dataFolder } = useSession()
  return (
    <Panel
      title="Yang dijaga sendiri"
      facts={
        <>
          di komputer ini, dibuat tiap kali Balai ditutup; folder <span className={styles.folder}>{dataFolder}</span>
        </>
      }
      flush
    >
      {snapshots.length === 0 ? (
        <EmptyState icon={IconDatabase} title="Belum ada cadangan.">
          Yang pertama dibuat saat Balai ditutup, atau sekarang dengan tombol di atas.
        </EmptyState>
      ) : (
        <SnapshotList snapshots={snapshots} proven={provenSnapshot} />
      )}
    </Panel>
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

/** Files left behind by a power cut or a restore; hidden when there are none. */
function LeftoversPanel() {
  const { data } = useRead(api.session.leftovers, {})
  const [oldest] = data ?? []
  if (!data || !oldest) return null
  const megabytes = (data.reduce((sum, file) => sum + file.bytes, 0) / 1e6).toFixed(1).replace('.', ',')
  return (
    <Panel title="Berkas sisa">
      <p className={layout.note}>
        {data.length} berkas ({megabytes} MB) tidak dipakai data mana pun: sisa listrik padam, atau hasil scan yang
        lebih baru dari cadangan yang dipulihkan. Masing-masing dihapus {keptDays} hari sesudah ditemukan, yang pertama
        mulai {longDate(addDays(oldest.foundOn, keptDays))}.
      </p>
    </Panel>
  )
}
