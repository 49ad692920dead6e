import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Room } from '../../../shared/features/program/contract.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { api, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { RoomDrawer } from '../program/room-drawer.tsx'
import { openedRow, openedSearch } from './opened-row.ts'

export const roomsSectionRoute = pageRoute('/pengaturan/ruang', RoomsSection, openedSearch)

const columns: DataColumn<Room>[] = [
  { head: 'Ruang', width: '14rem', names: true, cell: row => row.name, sort: row => row.name },
  {
    head: 'Daya tampung',
    width: '8rem',
    align: 'end',
    cell: row => `${row.capacity} orang`,
    sort: row => row.capacity,
  },
  {
    head: 'Kejuruan',
    width: '16rem',
    cell: row => (row.trades.length === 0 ? 'semua' : row.trades.map(tradeName).join(', ')),
  },
  { head: 'Keterangan', cell: row => row.note },
  {
    head: 'Keadaan',
    width: '8rem',
    cell: row => (row.active ? 'dipakai' : <Badge>tidak dipakai</Badge>),
    sort: row => Number(row.active),
  },
]

/** Rooms offered in the planner. */
function RoomsSection() {
  const { buka } = roomsSectionRoute.useSearch()
  const navigate = useNavigate()
  const open = (id: string | undefined) =>
    navigate({ to: '/pengaturan/ruang', search: id === undefined ? {} : { buka: id }, replace: true })
  const add: Action = {
    label: 'Ruang baru',
    needs: 'setting.change',
    keys: 'Alt B',
    icon: IconPlus,
    run: () => open('baru'),
  }
  const rooms = useRead(api.program.rooms, {})
  useActions([add])
  return (
    <SettingsPage section="ruang" actions={<ActionButton action={add} />}>
      <ListPanel
        fill={false}
        unit="ruang"
        query={rooms}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        rowTone={row => (row.active ? undefined : 'done')}
        onOpen={row => open(String(row.id))}
        empty={{
          title: 'Belum ada ruang.',
          children: 'Angkatan dapat direncanakan tanpa ruang, tetapi bentroknya tidak ketahuan.',
          actions: <ActionButton action={add} tone="primary" keyCap={false} />,
        }}
      />
      {rooms.data && buka !== undefined && (
        <RoomDrawer key={buka} room={openedRow(rooms.data, buka)} onClose={() => open(undefined)} />
      )}
    </SettingsPage>
  )
}
