import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import styles from './snapshot-list.module.css'
import { snapshotNote } from './snapshot-words.ts'

export interface SnapshotListProps {
  snapshots: readonly Snapshot[]
  /** Time of the newest one that was opened and checked. */
  proven: string | null
}

/** Snapshots, newest first, each with its way back. */
export function SnapshotList({ snapshots, proven }: SnapshotListProps) {
  const [chosen, setChosen] = useState<Snapshot | null>(null)
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Waktu</th>
            <th scope="col">Keterangan</th>
            <th scope="col" className={styles.size}>
              Besar
            </th>
            <th scope="col" className={styles.act}>
              <span className={styles.unseen}>Tindakan</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map(snapshot => (
            <tr key={snapshot.name}>
              <th scope="row">{momentWords(snapshot.takenAt)}</th>
              <td>
                {snapshot.takenAt === proven ? (
                  <Badge tone="ok" signed>
                    terbukti dapat dibuka
                  </Badge>
                ) : (
                  snapshotNote(snapshot.name)
                )}
              </td>
              <td className={styles.size}>{megabytes(snapshot.bytes)}</td>
              <td className={styles.act}>
                <ActButton
                  size="xs"
                  tone="quiet"
                  icon={IconHistory}
                  label={`Pulihkan cadangan ${momentWords(snapshot.takenAt)}`}
                  onAct={() => setChosen(snapshot)}
                >
                  Pulihkan
                </ActButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />
    </>
  )
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toLocaleString('id-ID', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} MB`
}
