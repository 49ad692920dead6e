import { IconCalendarEvent, IconCalendarStats, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import type { CohortRow } from '../../../../shared/features/cohort/contract.ts'
import { shortDate } from '../../../../shared/kernel/date-format.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { useTableExport } from '../../../app/file/use-table-export.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { useToday } from '../../../app/session.tsx'
import { useAddressText } from '../../../app/use-address-text.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { cohortColumns } from './cohort-columns.tsx'
import {
  type CohortFilter,
  cohortFilters,
  compareCohorts,
  fitsFilter,
  fitsText,
  isCohortFilter,
} from './cohort-filter.ts'
import { cohortState } from './cohort-state.ts'

export const cohortListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/angkatan',
  validateSearch: (search: Record<string, unknown>): { cari?: string; keadaan?: CohortFilter } => ({
    ...(search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) }),
    ...(isCohortFilter(search.keadaan) ? { keadaan: search.keadaan } : {}),
  }),
  component: CohortListPage,
})

/** Every class with its days in one line: the running ones first. */
function CohortListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: cohortListRoute.fullPath })
  const today = useToday()
  const { cari = '', keadaan = 'all' } = cohortListRoute.useSearch()
  const show = (text: string, filter: CohortFilter) =>
    navigate({
      search: { ...(text === '' ? {} : { cari: text }), ...(filter === 'all' ? {} : { keadaan: filter }) },
      replace: true,
    })
  const [text, setText] = useAddressText(cari, next => show(next, keadaan))
  const cohorts = useQuery(api.cohort.list.queryOptions({ input: {} }))
  const exporting = useTableExport()
  const plan: Action = {
    label: 'Rencanakan angkatan',
    keys: 'Alt B',
    tone: 'primary',
    run: () => router.history.push('/angkatan/baru'),
  }
  useActions([plan])
  const found = (cohorts.data ?? []).filter(row => fitsText(row, text))
  const rows = found.filter(row => fitsFilter(row, keadaan, today)).toSorted((a, b) => compareCohorts(a, b, today))

  return (
    <Page
      fixed
      title="Angkatan"
      facts={cohorts.data && `${cohorts.data.length} kelas`}
      actions={
        <>
          <ActionButton icon={IconFileSpreadsheet} onAction={() => exporting.run(exportOf(rows))}>
            Ekspor ke Excel
          </ActionButton>
          <ActionButton icon={IconCalendarStats} onAction={() => router.history.push('/angkatan/usulan')}>
            Usul program kerja
          </ActionButton>
          <ActionButton action={plan} />
        </>
      }
    >
      <FilterBar
        placeholder="Kode, program, instruktur"
        text={text}
        onText={setText}
        autoFocus
        chips={cohortFilters.map(({ value, label }) => ({
          value,
          label,
          count: found.filter(row => fitsFilter(row, value, today)).length,
        }))}
        chip={keadaan}
        onChip={value => show(text, value)}
      />
      <ErrorNote error={exporting.error} />
      <Panel flush fill label="Daftar angkatan">
        <QueryBoundary query={cohorts} rows={12}>
          {all => (
            <DataTable
              label={`${rows.length} angkatan`}
              rows={rows}
              columns={cohortColumns(today)}
              rowKey={row => row.code}
              rowLabel={row => row.title}
              rowTone={row => (row.status === 'cancelled' ? 'done' : undefined)}
              onOpen={row => router.history.push(cohortPath(row.code))}
              empty={
                all.length === 0 ? (
                  <EmptyState
                    icon={IconCalendarEvent}
                    title="Belum ada angkatan."
                    actions={<ActionButton action={plan} keyCap={false} />}
                  >
                    Pilih program dan tanggal mulai; lima belas hari kerja dihitung, libur dilewati.
                  </EmptyState>
                ) : (
                  <EmptyState title="Tidak ada angkatan yang cocok.">
                    <LinkAction
                      onAction={() => {
                        setText('')
                        void show('', 'all')
                      }}
                    >
                      Tampilkan semua angkatan
                    </LinkAction>
                  </EmptyState>
                )
              }
            />
          )}
        </QueryBoundary>
      </Panel>
    </Page>
  )

  function exportOf(shown: readonly CohortRow[]) {
    return {
      name: 'daftar-angkatan',
      head: ['Kode', 'Kelas', 'Tahun', 'Program', 'Mulai', 'Selesai', 'Ruang', 'Instruktur', 'Peserta', 'Keadaan'],
      rows: shown.map(row => [
        row.code,
        row.title,
        String(row.year),
        row.program,
        `${shortDate(row.start)} ${yearOf(row.start)}`,
        `${shortDate(row.end)} ${yearOf(row.end)}`,
        row.room ?? '',
        row.instructors.join(', '),
        String(row.trainees),
        cohortState(row, today).words,
      ]),
    }
  }
}
