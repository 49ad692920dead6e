import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { officerRoleNames } from '../../../shared/features/centre/centre.ts'
import type { Officer } from '../../../shared/features/centre/contract.ts'
import { longDate, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { SettingsPage } from '../../app/frame/settings-page.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { OfficerDrawer } from './officer-drawer.tsx'
import { openedRow, openedSearch } from './opened-row.ts'

export const officersSectionRoute = pageRoute('/pengaturan/penanda-tangan', OfficersSection, openedSearch)

/** Signatories with their periods. A paper takes the signatory whose period includes its date. */
function OfficersSection() {
  const today = useToday()
  const { buka } = officersSectionRoute.useSearch()
  const navigate = useNavigate()
  const open = (id: string | undefined) =>
    navigate({ to: '/pengaturan/penanda-tangan', search: id === undefined ? {} : { buka: id }, replace: true })
  const reading = useRead(api.centre.get, {})
  const officers = reading.data?.officers ?? []
  const add: Action = {
    label: 'Penanda tangan baru',
    needs: 'setting.change',
    keys: 'Alt B',
    icon: IconPlus,
    run: () => open('baru'),
  }
  useActions([add])
  return (
    <SettingsPage section="penanda-tangan" actions={<ActionButton action={add} />}>
      {reading.data && !officers.some(officer => officer.role === 'HEAD' && standing(officer, today) === 'now') && (
        <Note tone="warn" title="Tidak ada kepala balai yang berlaku hari ini.">
          Sertifikat tidak dapat diterbitkan dengan tanggal hari ini.
        </Note>
      )}
      <ListPanel
        fill={false}
        unit="penanda tangan"
        query={reading}
        rows={officers}
        columns={columns(today)}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        onOpen={row => open(String(row.id))}
        empty={{
          title: 'Belum ada penanda tangan.',
          children: 'Surat dan sertifikat memuat nama dan NIP pejabat yang berwenang pada tanggalnya.',
          actions: <ActionButton action={add} tone="primary" keyCap={false} />,
        }}
      />
      {reading.data && buka !== undefined && (
        <OfficerDrawer key={buka} officer={openedRow(officers, buka)} onClose={() => open(undefined)} />
      )}
    </SettingsPage>
  )
}

function columns(today: PlainDate): DataColumn<Officer>[] {
  return [
    { head: 'Nama', names: true, cell: row => row.name, sort: row => row.name },
    { head: 'Jabatan', cell: row => [row.prefix, row.title].filter(Boolean).join(' ') },
    { head: 'Sebagai', width: '9rem', cell: row => officerRoleNames[row.role] },
    { head: 'NIP', spare: true, width: '10.5rem', cell: row => row.nip },
    { head: 'Berlaku mulai', width: '8.5rem', cell: row => longDate(row.validFrom), sort: row => row.validFrom },
    {
      head: 'Berlaku s.d.',
      width: '8.5rem',
      cell: row => (row.validUntil ? longDate(row.validUntil) : 'seterusnya'),
      sort: row => row.validUntil,
    },
    {
      head: 'Hari ini',
      width: '7rem',
      cell: row => <StandingBadge standing={standing(row, today)} />,
      sort: row => standing(row, today),
    },
  ]
}

type Standing = 'now' | 'later' | 'past'

function standing({ validFrom, validUntil }: Officer, today: PlainDate): Standing {
  if (validFrom > today) return 'later'
  return validUntil !== null && validUntil < today ? 'past' : 'now'
}

function StandingBadge({ standing }: { standing: Standing }) {
  if (standing === 'now')
    return (
      <Badge tone="ok" signed>
        berlaku
      </Badge>
    )
  return <Badge>{standing === 'later' ? 'belum mulai' : 'berakhir'}</Badge>
}
