import { Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Board } from '../../../shared/features/activity/contract.ts'
import { withSearch } from '../../app/list/with-search.ts'
import { HeatBoard, type HeatPlace } from '../../ui/board/heat-board.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { spellNumber } from './activity-columns.tsx'
import { boardPeoplePath } from './activity-paths.ts'
import { BoardCard } from './board-card.tsx'
import { boardFigures } from './board-figures.ts'
import styles from './board-page.module.css'
import { BoardTable } from './board-table.tsx'
import { EmptyVillages } from './empty-villages.tsx'

interface FilledBoardProps {
  board: Board
  fundingSource: Parameters<typeof BoardCard>[0]['fundingSource']
  asTable: boolean
}

export function FilledBoard({ board, fundingSource, asTable }: FilledBoardProps) {
  const router = useRouter()
  const [only, setOnly] = useState<'all' | 'empty'>('all')
  const figures = useMemo(() => boardFigures(board), [board])
  const rows = useMemo(
    () =>
      board.activities.map(({ id, number, title }) => ({
        key: String(id),
        lead: spellNumber(number),
        // The prefix of almost every name is left out to save room; the card shows the whole name.
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
            <b>{villages.length - empty.length}</b> dari {villages.length} terwakili · <b>{people}</b> peserta, yang
            keluar tidak dihitung{formatOutside(board)}
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
