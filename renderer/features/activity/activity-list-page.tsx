import { IconCoins, IconFileSpreadsheet, IconLayoutGrid } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import type { ActivityYear } from '../../../shared/features/activity/contract.ts'
import {
  type FundingSource,
  fundingSourceName,
  fundingSources,
} from '../../../shared/features/activity/funding-source.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { useTableExport } from '../../app/file/use-table-export.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { BudgetYearSelect } from '../../ui/form/budget-year-select.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { fitsWords } from '../../ui/table/fits-words.ts'
import { activityColumns, activityExport } from './activity-columns.tsx'
import { ActivityDrawer } from './activity-drawer.tsx'
import { activityPath, boardPath, readActivitySearch, withSearch } from './activity-paths.ts'
import { SourceSumsPanel } from './source-sums.tsx'

export const activityListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kegiatan',
  validateSearch: readActivitySearch,
  component: ActivityListPage,
})

/** The activities of a budget year: what each may cost, what it did cost, and its classes. */
function ActivityListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: activityListRoute.fullPath })
  const today = useToday()
  const { tahun: year = yearOf(today), sumber } = activityListRoute.useSearch()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState(false)
  const reading = useQuery(api.activity.list.queryOptions({ input: { year } }))
  const years = useQuery(api.activity.years.queryOptions({ input: {} }))
  const exporting = useTableExport()
  const add: Action = { label: 'Kegiatan baru', keys: 'Alt B', tone: 'primary', run: () => setAdding(true) }
  const board: Action = {
    label: 'Papan sebaran',
    keys: 'Alt P',
    icon: IconLayoutGrid,
    run: () => router.history.push(withSearch(boardPath, { tahun: year, sumber })),
  }
  useActions([add, board])

  const found = (reading.data?.rows ?? []).filter(row =>
    fitsWords(text, row.number, row.title, row.budgetActivity, row.budgetSubActivity, row.accountCode),
  )
  const rows = found.filter(row => sumber === undefined || row.fundingSource === sumber)

  return (
    <Page
      fixed
      title="Kegiatan & Dana"
      facts={reading.data && `${reading.data.rows.length} kegiatan · tahun anggaran ${year}`}
      actions={
        <>
          <BudgetYearSelect
            {...{ year, years: years.data, today }}
            onChange={tahun => navigate({ search: { tahun } })}
          />
          <ActionButton icon={IconFileSpreadsheet} onAction={() => exporting.run(activityExport(year, rows))}>
            Ekspor ke Excel
          </ActionButton>
          <ActionButton action={board} />
          <ActionButton action={add} />
        </>
      }
    >
      <ErrorNote error={exporting.error} />
      <QueryBoundary query={reading} rows={12}>
        {data => (
          <>
            {data.rows.length > 0 && <SourceSumsPanel {...data} />}
            <UnassignedNote data={data} />
            <FilterBar
              placeholder="Nama, kode rekening, nomor"
              text={text}
              onText={setText}
              autoFocus
              chips={[
                { value: 'all', label: 'Semua', count: found.length },
                ...fundingSources
                  .filter(source => data.sources.some(row => row.fundingSource === source))
                  .map(source => ({
                    value: source,
                    label: fundingSourceName(source),
                    count: found.filter(row => row.fundingSource === source).length,
                  })),
              ]}
              chip={sumber ?? 'all'}
              onChip={chip =>
                navigate({
                  search: { tahun: year, ...(chip === 'all' ? {} : { sumber: chip as FundingSource }) },
                  replace: true,
                })
              }
            />
            <Panel flush fill label="Daftar kegiatan">
              <DataTable
                label={`${rows.length} kegiatan`}
                rows={rows}
                columns={activityColumns}
                rowKey={row => row.id}
                rowLabel={row => row.title}
                onOpen={row => router.history.push(activityPath(row.id))}
                empty={
                  data.rows.length === 0 ? (
                    <EmptyState
                      icon={IconCoins}
                      title={`Belum ada kegiatan tahun anggaran ${year}.`}
                      actions={<ActionButton action={add} keyCap={false} />}
                    >
                      Catat kegiatan dengan pagunya; kelas dan realisasi menyusul.
                    </EmptyState>
                  ) : (
                    <EmptyState title="Tidak ada kegiatan yang cocok.">
                      <LinkAction
                        onAction={() => {
                          setText('')
                          void navigate({ search: { tahun: year }, replace: true })
                        }}
                      >
                        Tampilkan semua kegiatan
                      </LinkAction>
                    </EmptyState>
                  )
                }
              />
            </Panel>
          </>
        )}
      </QueryBoundary>
      {/* Who is quicker than the reading would get a form without its number. */}
      {adding && reading.data && (
        <ActivityDrawer
          activity={null}
          year={year}
          number={reading.data.nextNumber}
          onSaved={id => router.history.push(activityPath(id))}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

/** Classes that nobody pays for yet. */
function UnassignedNote({ data: { rows, unassigned, year } }: { data: ActivityYear }) {
  if (unassigned.length === 0) return null
  const shown = unassigned.slice(0, 4)
  const more = unassigned.length - shown.length
  return (
    <Note tone="warn" title={`Belum berkegiatan: ${unassigned.length} kelas ${year}`}>
      {shown.map(({ code, title }, index) => (
        <Fragment key={code}>
          {index > 0 && ', '}
          <PathLink path={cohortPath(code)}>{title}</PathLink>
        </Fragment>
      ))}
      {more > 0 && ` dan ${more} lagi`}.{' '}
      {rows.length > 0 ? (
        <>
          Buka kegiatannya, lalu <b>Masukkan kelas</b>.
        </>
      ) : (
        'Catat kegiatannya dulu.'
      )}
    </Note>
  )
}
