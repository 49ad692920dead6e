import { useInfiniteQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import type { AuditEntry } from '../../../shared/features/centre/contract.ts'
import { operationWords } from '../../../shared/operation-words.ts'
import { api } from '../../app/client.ts'
import { errorWords } from '../../app/error-words.ts'
import { rootRoute } from '../../app/root-route.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { LoadingBars } from '../../ui/loading-bars.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { entityWords } from './entity-words.ts'
import { SettingsPage } from './settings-page.tsx'

export const auditSectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pengaturan/riwayat',
  component: AuditSection,
})

const pageSize = 100

const columns: DataColumn<AuditEntry>[] = [
  { key: 'at', head: 'Waktu', width: '13rem', cell: row => momentWords(row.at) },
  { key: 'operator', head: 'Petugas', width: '12rem', cell: row => row.operator },
  { key: 'act', head: 'Perubahan', names: true, cell: row => operationWords(row.operation) },
  { key: 'entity', head: 'Tentang', width: '18rem', cell: row => (row.entity ? entityWords(row.entity) : '') },
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
        reading.hasNextPage && <ActButton onAct={() => reading.fetchNextPage()}>Tampilkan yang lebih lama</ActButton>
      }
    >
      {entries ? (
        <Panel flush fill label="Riwayat Perubahan">
          <DataTable
            label={`${entries.length} perubahan terakhir`}
            rows={entries}
            columns={columns}
            rowKey={row => row.id}
            rowLabel={row => `${momentWords(row.at)}, ${operationWords(row.operation)}`}
            empty={<EmptyState title="Belum ada perubahan." />}
          />
        </Panel>
      ) : reading.error ? (
        <ErrorPanel onRetry={() => reading.refetch()}>{errorWords(reading.error)}</ErrorPanel>
      ) : (
        <LoadingBars rows={10} />
      )}
    </SettingsPage>
  )
}
