import { useState } from 'react'
import type { Snapshot } from '../../../shared/features/session/contract.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { megabytes } from '../../ui/page/bytes-format.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { snapshotNote } from './snapshot-format.ts'

interface SnapshotListProps {
  snapshots: readonly Snapshot[]
  /** Time of the newest verified snapshot. */
  proven: string | null
}

/** Snapshots, newest first; Enter or a click offers to restore one. */
export function SnapshotList({ snapshots, proven }: SnapshotListProps) {
  const [chosen, setChosen] = useState<Snapshot | null>(null)
  const columns: DataColumn<Snapshot>[] = [
    { head: 'Waktu', width: '13rem', names: true, cell: row => formatMoment(row.takenAt), sort: row => row.takenAt },
    {
      head: 'Keterangan',
      cell: row =>
        row.takenAt === proven ? (
          <Badge tone="ok" signed>
            terbukti dapat dibuka
          </Badge>
        ) : (
          snapshotNote(row.name)
        ),
    },
    { head: 'Besar', width: '6rem', align: 'end', cell: row => megabytes(row.bytes), sort: row => row.bytes },
    {
      head: 'Tindakan',
      width: '7rem',
      align: 'end',
      cell: row => (
        <LinkAction
          needs="restore.restore"
          label={`Pulihkan cadangan ${formatMoment(row.takenAt)}`}
          onAction={() => setChosen(row)}
        >
          Pulihkan
        </LinkAction>
      ),
    },
  ]
  return (
    <>
      <DataTable
        label={`${snapshots.length} cadangan`}
        rows={snapshots}
        columns={columns}
        rowKey={row => row.name}
        rowLabel={row => formatMoment(row.takenAt)}
        onOpen={setChosen}
        empty={null}
      />
      <RestoreDialog snapshot={chosen} onClose={() => setChosen(null)} />
    </>
  )
}
