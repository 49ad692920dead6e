import { IconCalendarEvent, IconCalendarStats, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import type { CohortRow } from '../../../shared/features/cohort/contract.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import { useAddressText } from '../../app/use-address-text.ts'
import { useTableExport } from '../../app/use-table-export.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { classPath } from './class-tabs.ts'
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
  const plan = () => router.history.push('/angkatan/baru')
  useKeys([{ keys: 'Alt B', label: 'rencanakan angkatan', run: plan }])
  const found = (cohorts.data ?? []).filter(row => fitsText(row, text))
  const rows = found.filter(row => fitsFilter(row, keadaan)).toSorted((a, b) => compareCohorts(a, b, today))

  return (
    <Page
      fixed
      title="Angkatan"
      facts={cohorts.data && `${cohorts.data.length} kelas`}
      actions={
        <>
          <ActButton icon={IconFileSpreadsheet} onAct={() => exporting.run(exportOf(rows))}>
            Ekspor ke Excel
          </ActButton>
          <ActButton icon={IconCalendarStats} onAct={() => router.history.push('/angkatan/usulan')}>
            Usul program kerja
          </ActButton>
          <ActButton tone="primary" keys="Alt B" onAct={plan}>
            Rencanakan angkatan
          </ActButton>
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
          count: found.filter(row => fitsFilter(row, value)).length,
        }))}
        chip={keadaan}
        onChip={value => show(text, value)}
      />
      {exporting.error !== null && (
        <Note tone="err" live>
          {exporting.error}
        </Note>
      )}
      <Panel flush fill label="Daftar angkatan">
        <Reading query={cohorts} rows={12}>
          {all => (
            <DataTable
              label={`${rows.length} angkatan`}
              rows={rows}
              columns={cohortColumns(today)}
              rowKey={row => row.code}
              rowLabel={row => row.title}
              rowTone={row => (row.status === 'cancelled' ? 'done' : undefined)}
              onOpen={row => router.history.push(classPath(row.code))}
              empty={
                all.length === 0 ? (
                  <EmptyState
                    icon={IconCalendarEvent}
                    title="Belum ada angkatan."
                    acts={
                      <ActButton tone="primary" onAct={plan}>
                        Rencanakan angkatan
                      </ActButton>
                    }
                  >
                    Pilih program dan tanggal mulai; lima belas hari kerja dihitung, libur dilewati.
                  </EmptyState>
                ) : (
                  <EmptyState title="Tidak ada angkatan yang cocok.">
                    <LinkAct
                      onAct={() => {
                        setText('')
                        void show('', 'all')
                      }}
                    >
                      Tampilkan semua angkatan
                    </LinkAct>
                  </EmptyState>
                )
              }
            />
          )}
        </Reading>
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
