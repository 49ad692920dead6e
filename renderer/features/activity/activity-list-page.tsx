import { IconCoins, IconLayoutGrid } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActivityYear } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName, fundingSources, isFundingSource } from '../../../shared/features/activity/funding-source.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { ListPage } from '../../app/list/list-page.tsx'
import { withSearch } from '../../app/list/with-search.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { BudgetYearSelect } from '../../ui/form/budget-year-select.tsx'
import { CutList } from '../../ui/page/cut-list.tsx'
import { Joined } from '../../ui/page/joined.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { fitsWords } from '../../ui/table/fits-words.ts'
import { activityColumns, activityExport } from './activity-columns.tsx'
import { ActivityDrawer } from './activity-drawer.tsx'
import { activitiesPath, activityPath, boardPath, readActivitySearch } from './activity-paths.ts'
import { SourceSumsPanel } from './source-sums.tsx'

export const activityListRoute = pageRoute('/kegiatan', ActivityListPage, readActivitySearch)

/** The activities of a budget year with their budget, spending and classes. */
function ActivityListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: activityListRoute.fullPath })
  const today = useToday()
  const { tahun: year = yearOf(today), sumber } = activityListRoute.useSearch()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState(false)
  const reading = useRead(api.activity.list, { year })
  const years = useRead(api.activity.years, {})
  const add = primaryAction('Alt B', 'Kegiatan baru', () => setAdding(true), { needs: 'money.change' })
  const board: Action = {
    label: 'Papan sebaran',
    needs: 'report.figures',
    keys: 'Alt P',
    icon: IconLayoutGrid,
    run: () => router.history.push(withSearch(boardPath, { tahun: year, sumber })),
  }
  useActions([add, board])

  const data = reading.data
  const found = (data?.rows ?? []).filter(row =>
    fitsWords(text, row.number, row.title, row.budgetActivity, row.budgetSubActivity, row.accountCode),
  )
  const rows = found.filter(row => sumber === undefined || row.fundingSource === sumber)

  return (
    <ListPage
      title="Kegiatan & Dana"
      facts={
        data && (
          <Joined
            parts={[
              <LinkAction key="all" size="small" path={withSearch(activitiesPath, { tahun: year })}>
                {data.rows.length} kegiatan
              </LinkAction>,
              `tahun anggaran ${year}`,
            ]}
          />
        )
      }
      actions={
        <>
          <BudgetYearSelect
            {...{ year, years: years.data, today }}
            onChange={tahun => navigate({ search: { tahun } })}
          />
          <ActionButton action={board} />
        </>
      }
      exported={() => activityExport(year, rows)}
      primary={add}
      above={
        data && (
          <>
            {data.rows.length > 0 && <SourceSumsPanel {...data} />}
            <UnassignedNote data={data} />
          </>
        )
      }
      filter={{
        placeholder: 'Nama, kode rekening, nomor',
        text,
        onText: setText,
        chips: [
          { value: 'all', label: 'Semua', count: found.length },
          ...fundingSources
            .filter(source => data?.sources.some(row => row.fundingSource === source))
            .map(source => ({
              value: source,
              label: fundingSourceName(source),
              count: found.filter(row => row.fundingSource === source).length,
            })),
        ],
        chip: sumber ?? 'all',
        onChip: chip =>
          navigate({ search: { tahun: year, ...(isFundingSource(chip) ? { sumber: chip } : {}) }, replace: true }),
      }}
      list={{
        name: 'Daftar kegiatan',
        unit: 'kegiatan',
        query: reading,
        bars: 12,
        rows,
        columns: activityColumns,
        rowKey: row => row.id,
        rowLabel: row => row.title,
        onOpen: row => router.history.push(activityPath(row.id)),
        empty: {
          icon: IconCoins,
          title: `Belum ada kegiatan tahun anggaran ${year}.`,
          children: 'Catat kegiatan dengan pagunya; kelas dan realisasi menyusul.',
          actions: <ActionButton action={add} keyCap={false} />,
        },
        unmatched: data?.rows.length !== 0 && {
          title: 'Tidak ada kegiatan yang cocok.',
          showAll: 'Tampilkan semua kegiatan',
          onShowAll: () => {
            setText('')
            void navigate({ search: { tahun: year }, replace: true })
          },
        },
      }}
    >
      {/* Wait for the data, otherwise the form would open without its number. */}
      {adding && data && (
        <ActivityDrawer
          activity={null}
          year={year}
          number={data.nextNumber}
          onSaved={id => router.history.push(activityPath(id))}
          onClose={() => setAdding(false)}
        />
      )}
    </ListPage>
  )
}

/** Classes without an activity. */
function UnassignedNote({ data: { rows, unassigned, year } }: { data: ActivityYear }) {
  if (unassigned.length === 0) return null
  return (
    <Note tone="warn" title={`Belum berkegiatan: ${unassigned.length} kelas ${year}`}>
      <CutList
        most={4}
        items={unassigned.map(({ code, title }) => (
          <PathLink key={code} path={cohortPath(code)}>
            {title}
          </PathLink>
        ))}
      />
      .{' '}
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
