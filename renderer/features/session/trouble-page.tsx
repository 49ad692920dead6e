import { Flex } from '@mantine/core'
import { IconDatabaseImport, IconHistory, IconPlayerTrackNext, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { SessionStatus, Snapshot } from '../../../shared/features/session/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../ui/dialog/confirm-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { GatePage } from './gate-page.tsx'
import { RestoreBundlePage } from './restore-bundle-page.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { SnapshotList } from './snapshot-list.tsx'
import styles from './trouble-page.module.css'

type TroubleState = Exclude<SessionStatus['state'], 'ready' | 'setup'>

interface TroublePageProps {
  state: TroubleState
  status: SessionStatus
  onRetry: () => unknown
}

const titles: Record<TroubleState, string> = {
  locked: 'Balai sudah terbuka',
  damaged: 'Basis data rusak',
  gone: 'Basis data tidak ada',
  behind: 'Data bukan yang terakhir ditulis',
  newer: 'Data ini dari Balai yang lebih baru',
  outdated: 'Data ini dari versi percobaan Balai',
  foreign: 'Ini bukan data Balai',
  network: 'Folder data ada di jaringan',
  cloud: 'Folder data disalin ke internet',
  removable: 'Folder data ada di diska yang dapat dicabut',
  program: 'Folder data ada di dalam folder program',
  unwritable: 'Folder data tidak dapat ditulisi',
  full: 'Diska penuh',
}

/** Why the database could not be opened, what that means for the data, and what to do. */
export function TroublePage({ state, status, onRetry }: TroublePageProps) {
  const [chosen, setChosen] = useState<Snapshot | null>(null)
  const goOn = useCommand(api.session.goOn, {
    done: () => 'Data diteruskan apa adanya; pilihan ini tercatat di riwayat.',
  })
  const [asks, setAsks] = useState(false)
  const [elsewhere, setElsewhere] = useState(false)
  const offersSnapshots = state === 'damaged' || state === 'behind'
  const proven = status.snapshots.find(snapshot => snapshot.takenAt === status.provenSnapshot)
  if (elsewhere) return <RestoreBundlePage status={status} present onBack={() => setElsewhere(false)} />
  return (
    <GatePage title={titles[state]} aside={<p>{safety[state]}</p>} lead={`Versi ${status.version}`}>
      <Flex maw="40rem" direction="column" gap="0.5rem" fz="0.9375rem" lh="1.375rem" role="alert">
        <p>{formatStartTrouble(status)}</p>
        <p className={styles.folder}>
          Folder data: <span>{status.dataFolder}</span>
        </p>
      </Flex>
      <Flex wrap="wrap" gap="0.75rem" m="1.25rem 0 1.5rem">
        {offersSnapshots && proven && (
          <ActionButton tone="primary" icon={IconHistory} onAction={() => setChosen(proven)}>
            {`Pulihkan cadangan ${formatMoment(proven.takenAt)}`}
          </ActionButton>
        )}
        <ActionButton tone={offersSnapshots ? 'secondary' : 'primary'} icon={IconRefresh} onAction={onRetry}>
          Coba lagi
        </ActionButton>
        {(offersSnapshots || state === 'gone') && (
          <ActionButton tone="secondary" icon={IconDatabaseImport} onAction={() => setElsewhere(true)}>
            Pulihkan dari diska atau folder lain
          </ActionButton>
        )}
        {state === 'behind' && (
          <ActionButton tone="secondary" icon={IconPlayerTrackNext} onAction={() => setAsks(true)}>
            Teruskan dengan data ini
          </ActionButton>
        )}
      </Flex>
      {offersSnapshots && status.snapshots.length > 0 && (
        <Panel title="Semua cadangan" flush>
          <SnapshotList snapshots={status.snapshots} proven={status.provenSnapshot} />
        </Panel>
      )}
      {asks && (
        <ConfirmDialog
          opened
          title="Teruskan dengan data ini?"
          action="Teruskan"
          onAction={async () => {
            if (await goOn.run({})) setAsks(false)
          }}
          onCancel={() => {
            goOn.clear()
            setAsks(false)
          }}
        >
          Yang hilang harus dicatat lagi dari kertas. Nomor surat yang sudah diberikan tidak dipakai dua kali.
          <ErrorNote error={goOn.error} />
        </ConfirmDialog>
      )}
      <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />
    </GatePage>
  )
}

const untouched = 'Data tidak disentuh: tidak ada yang diubah atau dihapus.'
const safety: Record<TroubleState, string> = {
  locked: untouched,
  gone: 'Balai tidak membuat balai baru di folder ini, supaya yang masih ada tidak tertimpa.',
  behind:
    'Tidak ada yang diubah. Yang hilang mungkin ada di cadangan, atau berkasnya dapat dikembalikan dari tempat asalnya.',
  damaged: 'Berkas yang rusak tetap disimpan. Yang sudah dicadangkan dapat dipulihkan.',
  newer: untouched,
  outdated: untouched,
  foreign: untouched,
  network:
    'Berkas di jaringan dapat rusak bila sambungan terputus saat menulis, karena itu Balai hanya menyimpan di komputer ini.',
  cloud:
    'Berkas yang disalin sambil ditulis dapat rusak, dan data pribadi peserta keluar dari komputer ini. Cadangan boleh disimpan di tempat lain, datanya tidak.',
  removable: 'Diska yang tercabut saat menulis merusak data. Simpan di komputer ini dan salin cadangannya ke USB.',
  program: 'Folder program diganti seluruhnya pada tiap pembaruan; data di dalamnya akan hilang.',
  unwritable: untouched,
  full: untouched,
}

function formatStartTrouble({ trouble, provenSnapshot }: SessionStatus): string {
  if (trouble === null) return ''
  const snapshot = provenSnapshot ? formatMoment(provenSnapshot) : null
  switch (trouble.code) {
    case 'database_damaged':
      return domainErrorMessage({ ...trouble, snapshot })
    case 'data_behind':
      return domainErrorMessage({ ...trouble, snapshot, last: moment(trouble.last), written: moment(trouble.written) })
    case 'data_unanchored':
      return domainErrorMessage({ ...trouble, snapshot, last: moment(trouble.last) })
    default:
      return domainErrorMessage(trouble)
  }
}

function moment(at: string): string {
  return at && formatMoment(at)
}
