import { Box } from '@mantine/core'
import type { DesignVersion } from '../../../shared/features/certificate-design/contract.ts'
import type { DesignId } from '../../../shared/ids.ts'
import { api, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { useReturnFocus } from '../../ui/dialog/use-return-focus.ts'
import { formatMoment } from '../../ui/page/moment-format.ts'
import type { DataColumn } from '../../ui/table/data-table.tsx'

interface VersionListProps {
  id: DesignId
  current: number
  onCurrent: (version: number) => void
}

/** All saved versions of a design; the current row is the one shown. */
export function VersionList({ id, current, onCurrent }: VersionListProps) {
  useReturnFocus()
  const versions = useRead(api.certificateDesign.versions, { id })
  return (
    <ListPanel
      title="Versi"
      facts="klik untuk melihat"
      unit="versi"
      query={versions}
      bars={4}
      columns={columns}
      rowKey={row => row.version}
      rowLabel={row => `Versi ${row.version}`}
      rowHeight={2.75}
      current={current}
      onCurrent={row => onCurrent(row.version)}
      autoFocus
      empty={null}
    />
  )
}

const columns: DataColumn<DesignVersion>[] = [
  { head: 'No.', width: '2.5rem', align: 'end', cell: row => row.version },
  {
    head: 'Disimpan',
    names: true,
    cell: row => (
      <>
        {formatMoment(row.savedAt)}
        <Box component="span" display="block" c="var(--ink-2)" fz="0.75rem" fw={400} lh="1rem">
          {row.savedBy}
        </Box>
      </>
    ),
    sort: row => row.version,
  },
  {
    head: 'Terbit',
    width: '4rem',
    align: 'end',
    cell: row => row.issued.toLocaleString('id-ID'),
    sort: row => row.issued,
  },
]
