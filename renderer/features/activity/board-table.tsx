import type { Board } from '../../../shared/features/activity/contract.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { spellNumber } from './activity-columns.tsx'
import type { BoardFigures, BoardVillage } from './board-figures.ts'

interface BoardTableProps {
  board: Board
  figures: BoardFigures
  villages: readonly BoardVillage[]
  onOpen: (village: BoardVillage) => void
}

/** The board as a table of kelurahan. */
export function BoardTable({ board, figures, villages, onOpen }: BoardTableProps) {
  const placing = (village: BoardVillage) =>
    board.activities.flatMap(activity => {
      const people = figures.value({ row: String(activity.id), column: village.code })
      return people === 0 ? [] : [`${spellNumber(activity.number)} (${people})`]
    })
  return (
    <DataTable
      label={`${villages.length} kelurahan`}
      rows={villages}
      columns={[
        { head: 'Kelurahan', names: true, cell: row => row.name, sort: row => row.name },
        { head: 'Kecamatan', cell: row => row.district, sort: row => row.district },
        {
          head: 'Orang',
          width: '6rem',
          align: 'end',
          cell: row => (row.people === 0 ? <Badge tone="warn">kosong</Badge> : row.people),
          sort: row => row.people,
        },
        {
          head: 'Nomor kegiatan (orang)',
          cell: row => <OneLine text={placing(row).join(', ') || '–'} />,
          sort: row => placing(row).length,
        },
      ]}
      rowKey={row => row.code}
      rowLabel={row => row.name}
      onOpen={onOpen}
      autoFocus
      empty={null}
    />
  )
}
