import { Flex } from '@mantine/core'
import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Board } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName, fundingSources } from '../../../shared/features/activity/funding-source.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { type TableExport, useExport } from '../../app/file/use-export.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useToday } from '../../app/session.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { HeatBoard, type HeatPlace } from '../../ui/board/heat-board.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { spellNumber } from './activity-columns.tsx'
import { activitiesPath, boardPath, boardPeoplePath, readActivitySearch, withSearch } from './activity-paths.ts'
import { BoardCard } from './board-card.tsx'
import { boardFigures } from './board-figures.ts'
import styles from './board-page.module.css'
import { BoardTable } from './board-table.tsx'
import { EmptyVillages } from './empty-villages.tsx'

export const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: boardPath,
  validateSearch: readActivitySearch,
  component: BoardPage,
})

/** Which kelurahan the activities of a year have reached, and which not yet. */
function BoardPage() {
  const today = useToday()
  const navigate = useNavigate({ from: boardRoute.fullPath })
  const { tahun: year = yearOf(today), sumber } = boardRoute.useSearch()
  const fundingSource = sumber ?? null
  const [asTable, setAsTable] = useState(false)
  const reading = useQuery(api.activity.board.queryOptions({ input: { year, fundingSource } }))
  const exporting = useExport(() => reading.data && exportOf(reading.data))
  const turn = () => setAsTable(now => !now)
  const view: Action = {
    label: asTable ? 'Papan' : 'Tabel',
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
          <ActionButton action={view} />
          <ActionButton action={exporting} />
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
                actions={<LinkAction path={withSearch(activitiesPath, { tahun: year })}>Isi kegiatan</LinkAction>}
              >
                Papan menunjukkan kelurahan mana yang sudah dan belum terjangkau kelas kegiatan itu.
              </EmptyState>
            </Panel>
          ) : (
            <Filled key={`${year} ${fundingSource}`} {...{ board: data, fundingSource, asTable }} />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface FilledProps {
  board: Board
  fundingSource: Parameters<typeof BoardCard>[0]['fundingSource']
  asTable: boolean
}

function Filled({ board, fundingSource, asTable }: FilledProps) {
  const router = useRouter()
  const [only, setOnly] = useState<'all' | 'empty'>('all')
  const figures = useMemo(() => boardFigures(board), [board])
  const rows = useMemo(
    () =>
      board.activities.map(({ id, number, title }) => ({
        key: String(id),
        lead: spellNumber(number),
        // What almost every activity is called leaves no room for what tells them apart; the card says the whole.
        label: title.replace(/^Pelatihan /, ''),
      })),
    [board],
  )
  const { empty, villages, people, value, spoken } = figures
  const onlyEmpty = only === 'empty' && empty.length > 0
  const groups = onlyEmpty ? figures.emptyGroups : figures.groups

  function open({ row, column }: HeatPlace) {
    const nobody = column !== null && value({ row, column }) === 0
    const search = { tahun: board.year, sumber: fundingSource, kegiatan: row, kelurahan: column }
    router.history.push(
      withSearch(boardPeoplePath, nobody ? { tahun: board.year, kelurahan: column, calon: 1 } : search),
    )
  }

  return (
    <>
      <ResultLine
        facts={
          <>
            <b>{villages.length - empty.length}</b> dari {villages.length} terwakili · <b>{people}</b> peserta
            {formatOutside(board)}
          </>
        }
        extra={
          <Flex align="center" gap="1rem">
            <Legend />
            <SwitchBar
              size="small"
              label="Kelurahan yang ditampilkan"
              options={[
                { value: 'all', label: 'Semua kelurahan' },
                { value: 'empty', label: 'Hanya yang kosong' },
              ]}
              value={only}
              onChange={setOnly}
            />
          </Flex>
        }
      >
        {empty.length === 0 ? 'Semua kelurahan terwakili' : `${empty.length} kelurahan masih kosong`}
      </ResultLine>
      <Panel flush fill label={`Papan sebaran ${board.regency.name}`}>
        {asTable ? (
          <BoardTable
            {...{ board, figures }}
            villages={onlyEmpty ? empty : villages}
            onOpen={village => open({ row: null, column: village.code })}
          />
        ) : (
          <HeatBoard
            label={`Papan sebaran, ${rows.length} kegiatan, ${villages.length} kelurahan`}
            {...{ rows, groups, value, spoken }}
            card={place => <BoardCard {...{ board, figures, fundingSource, place }} />}
            onOpen={open}
            rowHead="Kegiatan"
            sumHead="orang"
            footHead="Orang per kelurahan"
            wide={onlyEmpty}
          />
        )}
      </Panel>
      {empty.length > 0 && !asTable && <EmptyVillages villages={empty} year={board.year} />}
    </>
  )
}

function Legend() {
  return (
    <Flex component="span" className={layout.oneLine} align="center" gap="0.375rem">
      <span className={styles.one} aria-hidden /> 1 <span className={styles.two} aria-hidden /> 2{' '}
      <span className={styles.three} aria-hidden /> 3+ orang
    </Flex>
  )
}

function formatOutside({ elsewhere, unknown }: Board): string {
  const parts = [elsewhere > 0 && `${elsewhere} dari luar kota`, unknown > 0 && `${unknown} tanpa kelurahan`]
  const words = parts.filter(Boolean).join(', ')
  return words === '' ? '' : ` (${words})`
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
