import { IconClipboardList } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { RegistrationRow } from '../../../shared/features/registration/contract.ts'
import { shortDate } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import { ListPage } from '../../app/list/list-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { fitsWords } from '../../ui/table/fits-words.ts'
import { RegistrationDrawer } from './drawer/registration-drawer.tsx'
import { registrationPath, registrationsPath } from './registration-paths.ts'
import { RegistrationStatusBadge } from './registration-status.tsx'

export const registrationListRoute = pageRoute(registrationsPath, RegistrationListPage)

/** All registrations, with the progress of their selection. */
function RegistrationListPage() {
  const router = useRouter()
  const [text, setText] = useState('')
  const [adding, setAdding] = useState(false)
  const reading = useRead(api.registration.list, {})
  const add = primaryAction('Alt B', 'Pendaftaran baru', () => setAdding(true), { needs: 'selection.change' })
  useActions([add])
  const rows = (reading.data ?? []).filter(row => fitsWords(text, row.title, row.program, row.year, row.cohort?.code))

  return (
    <ListPage
      title="Seleksi"
      crumbs={[{ label: 'Peserta', path: '/peserta' }]}
      facts={reading.data && `${reading.data.length} pendaftaran`}
      primary={add}
      filter={{ placeholder: 'Nama, program, tahun', text, onText: setText }}
      list={{
        name: 'Daftar pendaftaran',
        unit: 'pendaftaran',
        query: reading,
        bars: 8,
        rows,
        columns,
        rowKey: row => row.id,
        rowLabel: row => row.title,
        onOpen: row => router.history.push(registrationPath(row.id)),
        empty: {
          icon: IconClipboardList,
          title: 'Belum ada pendaftaran.',
          children: 'Buka pendaftaran untuk satu program; tahap seleksi, kuota, dan cadangan diatur di situ.',
          actions: <ActionButton action={add} />,
        },
        unmatched: reading.data?.length !== 0 && {
          title: `Tidak ada pendaftaran “${text}”.`,
          showAll: 'Tampilkan semua pendaftaran',
          onShowAll: () => setText(''),
        },
      }}
    >
      {adding && (
        <RegistrationDrawer
          registration={null}
          onSaved={id => router.history.push(registrationPath(id))}
          onClose={() => setAdding(false)}
        />
      )}
    </ListPage>
  )
}

const columns: DataColumn<RegistrationRow>[] = [
  { head: 'Pendaftaran', names: true, cell: row => <OneLine text={row.title} />, sort: row => row.title },
  {
    head: 'Program',
    spare: true,
    cell: row => <OneLine text={row.program} width="narrow" />,
    sort: row => row.program,
  },
  {
    head: 'Masa daftar',
    width: '8.5rem',
    cell: row => `${shortDate(row.opens)} – ${shortDate(row.closes)}`,
    sort: row => row.opens,
  },
  { head: 'Kuota', width: '4.5rem', align: 'end', cell: row => row.quota },
  { head: 'Pendaftar', width: '5.5rem', align: 'end', cell: row => row.applicants },
  { head: 'Lulus', width: '4.5rem', align: 'end', cell: row => row.accepted || '–' },
  { head: 'Daftar ulang', spare: true, width: '6.75rem', align: 'end', cell: row => row.reRegistered || '–' },
  { head: 'Kelas', width: '8rem', cell: row => row.cohort?.title ?? '–' },
  {
    head: 'Keadaan',
    width: '8rem',
    cell: row => <RegistrationStatusBadge status={row.status} />,
    sort: row => row.status,
  },
]
