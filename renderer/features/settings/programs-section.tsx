import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { ProgramRow } from '../../../shared/features/program/contract.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { api, useRead } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'

export const programsSectionRoute = pageRoute('/pengaturan/program', ProgramsSection)

const columns: DataColumn<ProgramRow>[] = [
  {
    head: 'Kejuruan',
    width: '16rem',
    cell: row => `${row.trade} · ${tradeName(row.trade)}`,
    sort: row => tradeName(row.trade),
  },
  { head: 'Program pelatihan', names: true, cell: row => row.title, sort: row => row.title },
  { head: 'Unit', spare: true, width: '5rem', align: 'end', cell: row => row.units, sort: row => row.units },
  { head: 'JP teori', width: '6rem', align: 'end', cell: row => row.theoryHours },
  { head: 'JP praktik', width: '6rem', align: 'end', cell: row => row.practiceHours },
  {
    head: 'Jumlah JP',
    width: '6.5rem',
    align: 'end',
    cell: row => row.theoryHours + row.practiceHours,
    sort: row => row.theoryHours + row.practiceHours,
  },
  { head: 'Keadaan', width: '9rem', cell: row => <ProgramState row={row} />, sort: row => Number(row.active) },
]

/** The training programs by trade; each opens its curriculum. */
function ProgramsSection() {
  const navigate = useNavigate()
  const open = (id: string) => navigate({ to: '/pengaturan/program/$id', params: { id } })
  const add: Action = {
    label: 'Program baru',
    needs: 'setting.change',
    keys: 'Alt B',
    icon: IconPlus,
    run: () => open('baru'),
  }
  const programs = useRead(api.program.list, {})
  useActions([add])
  return (
    <SettingsPage section="program" actions={<ActionButton action={add} />} fixed>
      <ListPanel
        name="Program pelatihan"
        unit="program"
        query={programs}
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.title}
        rowTone={row => (row.active ? undefined : 'done')}
        order={{ column: 'Kejuruan', descending: false }}
        onOpen={row => open(String(row.id))}
        empty={{
          title: 'Belum ada program.',
          actions: <ActionButton action={add} tone="primary" keyCap={false} />,
        }}
      />
    </SettingsPage>
  )
}

function ProgramState({ row }: { row: ProgramRow }) {
  if (!row.active) return <Badge>tidak dipakai</Badge>
  if (row.units === 0)
    return (
      <Badge tone="warn" signed>
        tanpa unit
      </Badge>
    )
  return <>dipakai</>
}
