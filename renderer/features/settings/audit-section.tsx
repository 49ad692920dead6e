import { useInfiniteQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import type { AuditEntry } from '../../../shared/features/centre/contract.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { formatEntity } from './entity-labels.ts'

export const auditSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan/riwayat',
  component: AuditSection,
})

const pageSize = 100

const columns: DataColumn<AuditEntry>[] = [
  { key: 'at', head: 'Waktu', width: '13rem', cell: row => formatMoment(row.at) },
  { key: 'operator', head: 'Petugas', width: '12rem', cell: row => row.operator },
  { key: 'desk', head: 'Meja', width: '9rem', cell: row => row.desk },
  { key: 'action', head: 'Perubahan', names: true, cell: row => formatOperation(row.operation) },
  { key: 'entity', head: 'Tentang', width: '18rem', cell: row => (row.entity ? formatEntity(row.entity) : '') },
]

/** Who changed what, newest first. Values stay out of this list, because they may be personal data. */
function AuditSection() {
  const reading = useInfiniteQuery(
    api.centre.audit.infiniteOptions({
      input: (before: number | null) => ({ before, limit: pageSize }),
      initialPageParam: null,
      getNextPageParam: last => (last.length < pageSize ? null : (last.at(-1)?.id ?? null)),
    }),
  )
  return (
    <SettingsPage
      section="riwayat"
      facts="Setiap perubahan tercatat dan tidak dapat dihapus."
      fixed
      actions={
        reading.hasNextPage && (
          <ActionButton onAction={() => reading.fetchNextPage()}>Tampilkan yang lebih lama</ActionButton>
        )
      }
    >
      <ListPanel
        name="Riwayat Perubahan"
        unit="perubahan terakhir"
        query={reading}
        bars={10}
        rows={reading.data?.pages.flat() ?? []}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => `${formatMoment(row.at)}, ${formatOperation(row.operation)}`}
        empty={{ title: 'Belum ada perubahan.' }}
      />
    </SettingsPage>
  )
}
