import { Box } from '@mantine/core'
import type { Board } from '../../../shared/features/activity/contract.ts'
import type { FundingSource } from '../../../shared/features/activity/funding-source.ts'
import { api, useRead } from '../../app/client.ts'
import { KeyCap } from '../../ui/action/key-cap.tsx'
import type { HeatPlace } from '../../ui/board/heat-board-types.ts'
import layout from '../../ui/page/layout.module.css'
import type { BoardFigures } from './board-figures.ts'

interface BoardCardProps {
  board: Board
  figures: BoardFigures
  fundingSource: FundingSource | null
  place: HeatPlace
}

const namesShown = 6

/** Describes a cell of the board: kelurahan, number of people and who they are. */
export function BoardCard({ board, figures, fundingSource, place }: BoardCardProps) {
  const activity = board.activities.find(one => String(one.id) === place.row)
  const village = figures.villages.find(one => one.code === place.column)
  const count = figures.value(place)
  // Names only for one kelurahan: a sum can be hundreds of people.
  const named = village !== undefined && count > 0
  const people = useRead(
    api.activity.people,
    { year: board.year, fundingSource, activityId: activity?.id ?? null, village: village?.code ?? null },
    { enabled: named },
  )
  const names = named ? (people.data ?? []).map(person => person.name) : []
  return (
    <>
      <p className={layout.strong}>
        {village ? `Kel. ${village.name}, Kec. ${village.district}` : `Semua kelurahan ${board.regency.name}`}
      </p>
      <p className={layout.detail}>
        {activity ? activity.title : 'Semua kegiatan'} · <b>{count} orang</b>
        {activity && village && `, semua kegiatan ${village.people}`}
      </p>
      {names.length > 0 && (
        <Box component="p" mt="0.25rem">
          {names.slice(0, namesShown).join(' · ')}
          {names.length > namesShown && ` dan ${names.length - namesShown} lagi`}
        </Box>
      )}
      <Box component="p" mt="0.375rem" c="var(--ink-2)" fz="0.75rem">
        <KeyCap>Enter</KeyCap> {count === 0 && village ? 'buka calonnya' : 'buka orangnya'} <KeyCap>← ↑ → ↓</KeyCap>
      </Box>
    </>
  )
}
