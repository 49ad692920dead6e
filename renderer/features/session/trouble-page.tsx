import { Flex } from '@mantine/core'
import { IconHistory, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { SessionStatus, Snapshot } from '../../../shared/features/session/contract.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { GatePage } from './gate-page.tsx'
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
  const proven = status.snapshots.find(snapshot => snapshot.takenAt === status.provenSnapshot)
  return (
    <GatePage title={titles[state]} aside={<p>{safety[state]}</p>} lead={`Versi ${status.version}`}>
      <div className={styles.words} role="alert">
        <p>{formatTrouble(status)}</p>
        <p className={styles.folder}>
          Folder data: <span>{status.dataFolder}</span>
        </p>
      </div>
      <Flex wrap="wrap" gap="0.75rem" m="1.25rem 0 1.5rem">
        {state === 'damaged' && proven && (
          <ActionButton tone="primary" icon={IconHistory} onAction={() => setChosen(proven)}>
            {`Pulihkan cadangan ${formatMoment(proven.takenAt)}`}
          </ActionButton>
        )}
        <ActionButton tone={state === 'damaged' ? 'secondary' : 'primary'} icon={IconRefresh} onAction={onRetry}>
          Coba lagi
        </ActionButton>
      </Flex>
      {state === 'damaged' && status.snapshots.length > 0 && (
        <Panel title="Semua cadangan" flush>
          <SnapshotList snapshots={status.snapshots} proven={status.provenSnapshot} />
        </Panel>
      )}
      <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />
    </GatePage>
  )
}

const untouched = 'Data tidak disentuh: tidak ada yang diubah atau dihapus.'
const safety: Record<TroubleState, string> = {
  locked: untouched,
  gone: 'Balai tidak membuat balai baru di folder ini, supaya yang masih ada tidak tertimpa.',
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

function formatTrouble({ trouble, provenSnapshot }: SessionStatus): string {
  if (trouble === null) return ''
  if (trouble.code !== 'database_damaged') return domainErrorMessage(trouble)
  return domainErrorMessage({ ...trouble, snapshot: provenSnapshot ? formatMoment(provenSnapshot) : null })
}
