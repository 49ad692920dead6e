import { IconCalendarEvent, IconCalendarStats } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { CohortRow } from '../../../../shared/features/cohort/contract.ts'
import { type PlainDate, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { exportedTable } from '../../../app/file/use-export.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { type ListSearch, readListSearch, useListFilter } from '../../../app/list/use-list-filter.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
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

export const cohortListRoute = pageRoute(
  '/angkatan',
  CohortListPage,
  (search): ListSearch<CohortFilter> => readListSearch(search, isCohortFilter),
)

/** All classes with their days in one line; running ones first. */
function CohortListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: cohortListRoute.fullPath })
  const today = useToday()
  const { onShowAll, ...filter } = useListFilter<CohortFilter>(cohortListRoute.useSearch(), search =>
    navigate({ search, replace: true }),
  )
  const cohorts = useRead(api.cohort.list, {})
  const plan = primaryAction('Alt B', 'Rencanakan angkatan', () => router.history.push('/angkatan/baru'), {
    needs: 'cohort.change',
  })
  useActions([plan])
  const found = (cohorts.data ?? []).filter(row => fitsText(row, filter.text))
  const rows = found.filter(row => fitsFilter(row, filter.chip, today)).toSorted((a, b) => compareCohorts(a, b, today))

  return (
    <ListPage
      title="Angkatan"
      facts={
        cohorts.data && (
          <LinkAction size="small" path="/angkatan">
            {cohorts.data.filter(row => fitsFilter(row, 'all', today)).length} kelas
          </LinkAction>
        )
      }
      exported={() => cohortExport(rows, today)}
      actions={
        <ActionButton
          needs="cohort.change"
          icon={IconCalendarStats}
          onAction={() => router.history.push('/angkatan/usulan')}
        >
          Usul program kerja
        </ActionButton>
      }
      primary={plan}
      filter={{
        ...filter,
        placeholder: 'Kode, program, instruktur',
        chips: cohortFilters.map(chip => ({
          ...chip,
          count: found.filter(row => fitsFilter(row, chip.value, today)).length,
        })),
      }}
      list={{
        name: 'Daftar angkatan',
        unit: 'angkatan',
        query: cohorts,
        bars: 12,
        rows,
        columns: cohortColumns(today),
        rowKey: row => row.code,
        rowLabel: row => row.title,
        rowTone: row => (row.status === 'cancelled' ? 'done' : undefined),
        onOpen: row => router.history.push(cohortPath(row.code)),
        empty: {
          icon: IconCalendarEvent,
          title: 'Belum ada angkatan.',
          children: 'Pilih program dan tanggal mulai; lima belas hari kerja dihitung, libur dilewati.',
          actions: <ActionButton action={plan} keyCap={false} />,
        },
        unmatched: cohorts.data?.length !== 0 && {
          title: 'Tidak ada angkatan yang cocok.',
          showAll: 'Tampilkan semua angkatan',
          onShowAll,
        },
      }}
    />
  )
}

function cohortExport(shown: readonly CohortRow[], today: PlainDate) {
  return exportedTable('daftar-angkatan', shown, [
    ['Kode', row => row.code],
    ['Kelas', row => row.title],
    ['Tahun', row => String(row.year)],
    ['Program', row => row.program],
    ['Mulai', row => `${shortDate(row.start)} ${yearOf(row.start)}`],
    ['Selesai', row => `${shortDate(row.end)} ${yearOf(row.end)}`],
    ['Ruang', row => row.room ?? ''],
    ['Instruktur', row => row.instructors.join(', ')],
    ['Peserta', row => String(row.trainees)],
    ['Keadaan', row => cohortState(row, today).words],
  ])
}
