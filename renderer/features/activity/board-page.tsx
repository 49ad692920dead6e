import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Board } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName, fundingSources } from '../../../shared/features/activity/funding-source.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import { type TableExport, useExport } from '../../app/file/use-export.ts'
import { withSearch } from '../../app/list/with-search.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButtons, LinkAction } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { activitiesPath, boardPath, readActivitySearch } from './activity-paths.ts'
import { boardFigures } from './board-figures.ts'
import { FilledBoard } from './filled-board.tsx'

export const boardRoute = pageRoute(boardPath, BoardPage, readActivitySearch)

/** Which kelurahan the activities of a year have reached. */
function BoardPage() {
  const today = useToday()
  const navigate = useNavigate({ from: boardRoute.fullPath })
  const { tahun: year = yearOf(today), sumber } = boardRoute.useSearch()
  const fundingSource = sumber ?? null
  const [asTable, setAsTable] = useState(false)
  const reading = useRead(api.activity.board, { year, fundingSource })
  const exporting = useExport(() => reading.data && exportOf(reading.data))
  const turn = () => setAsTable(now => !now)
  const view: Action = {
    label: asTable ? 'Papan' : 'Tabel',
    widest: 'Papan',
    keys: 'Alt T',
    icon: asTable ? IconLayoutGrid : IconTable,
    run: turn,
  }
  useActions([view])
  const board = reading.data

  return (
    <Page
      fixed
      title="Papan sebaran"
      crumbs={[
        { label: 'Kegiatan & Dana', path: withSearch(activitiesPath, { tahun: year, sumber }) },
        { label: `Tahun anggaran ${year}` },
      ]}
      facts={board && `${board.activities.length} kegiatan × ${countVillages(board)} kelurahan`}
      actions={
        <>
          <FilterSelect
            w="14rem"
            label="Sumber dana"
            all="Semua sumber dana"
            options={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
            value={fundingSource}
            onChange={value =>
              navigate({ search: { tahun: year, ...(value === null ? {} : { sumber: value }) }, replace: true })
            }
          />
          <ActionButtons actions={[view, exporting]} />
        </>
      }
    >
      <ErrorNote error={exporting.error} />
      <QueryBoundary query={reading} rows={18}>
        {data =>
          data.activities.length === 0 ? (
            <Panel label="Papan sebaran">
              <EmptyState
                icon={IconLayoutGrid}
                title={`Belum ada kegiatan ${sumber ? `${fundingSourceName(sumber)} ` : ''}tahun anggaran ${year}.`}
                actions={
                  <LinkAction needs="money.change" path={withSearch(activitiesPath, { tahun: year })}>
                    Isi kegiatan
                  </LinkAction>
                }
              >
                Papan menunjukkan kelurahan mana yang sudah dan belum terjangkau kelas kegiatan itu.
              </EmptyState>
            </Panel>
          ) : (
            <FilledBoard key={`${year} ${fundingSource}`} {...{ board: data, fundingSource, asTable }} />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

function countVillages({ districts }: Board): number {
  return districts.reduce((sum, district) => sum + district.villages.length, 0)
}

/** The whole board, activities down and kelurahan across, as numbers. */
function exportOf(board: Board): TableExport {
  const figures = boardFigures(board)
  const sums = [...figures.villages.map(village => village.people)]
  return {
    name: `papan-sebaran-${board.year}`,
    head: ['No', 'Kegiatan', ...figures.villages.map(({ name, district }) => `${name} (${district})`), 'Semua'],
    rows: [
      ...board.activities.map(activity => [
        activity.number,
        activity.title,
        ...figures.villages.map(village => figures.value({ row: String(activity.id), column: village.code })),
        activity.people,
      ]),
      [null, 'Orang per kelurahan', ...sums, figures.people],
    ],
  }
}
