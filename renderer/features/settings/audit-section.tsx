import { useInfiniteQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import type { AuditEntry } from '../../../shared/features/centre/contract.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api } from '../../app/client.ts'
import { errorMessage } from '../../app/error-message.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorPanel } from '../../ui/feedback/error-panel.tsx'
import { LoadingBars } from '../../ui/feedback/loading-bars.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
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
  const entries = reading.data?.pages.flat()
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
      {entries ? (
        <Panel flush fill label="Riwayat Perubahan">
          <DataTable
            label={`${entries.length} perubahan terakhir`}
            rows={entries}
            columns={columns}
            rowKey={row => row.id}
            rowLabel={row => `${formatMoment(row.at)}, ${formatOperation(row.operation)}`}
            empty={<EmptyState title="Belum ada perubahan." />}
          />
        </Panel>
      ) : reading.error ? (
        <ErrorPanel onRetry={() => reading.refetch()}>{errorMessage(reading.error)}</ErrorPanel>
      ) : (
        <LoadingBars rows={10} />
      )}
    </SettingsPage>
  )
}
