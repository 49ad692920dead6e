import { useInfiniteQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { type EntityKind, entityLabels } from '../../../shared/domain-error.ts'
import type { AuditEntry } from '../../../shared/features/centre/contract.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import type { DataColumn } from '../../ui/table/data-table.tsx'

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

/** Kinds whose id ends in the number of a day. */
const ofDay = new Set(['attendance', 'cohort_day', 'credential_override', 'taught_day'])

/** There is only one of each: its number says nothing. */
const single = new Set(['centre', 'rules'])

/**
 * What an audit row is about, from its stored 'kind id': 'attendance TR-2024-03 9' → 'Kehadiran TR-2024-03, hari ke-9'.
 * Row numbers are called so, because people are not named in the history.
 */
export function formatEntity(entity: string): string {
  const [kind = '', id = '', ...rest] = entity.split(' ')
  const title = kind in entityLabels ? entityLabels[kind as EntityKind] : kind
  if (single.has(kind) || id === '') return title
  const last = rest.at(-1)
  if (ofDay.has(kind) && last !== undefined) return `${title} ${id}, hari ke-${last}`
  if (kind === 'score' || kind === 'competence_test') return `${title} ${id}`
  const name = [id, ...rest].join(' ')
  return /^\d+$/.test(name) && kind !== 'holiday_year' ? `${title}, catatan ${name}` : `${title} ${name}`
}
