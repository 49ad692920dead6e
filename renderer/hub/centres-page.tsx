import { Button, Select, TextInput } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type StaffRole, staffRoleLabels, staffRoles } from '../../shared/features/hub/hub-contract.ts'
import { rupiah } from '../../shared/kernel/money.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/error-note.tsx'
import { field } from '../ui/form/field.tsx'
import layout from '../ui/page/layout.module.css'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { DataTable } from '../ui/table/data-table.tsx'
import styles from './hub.module.css'
import { api, client, momentWords, problemOf } from './hub-client.ts'
import { Heard } from './summary-page.tsx'
import { useSummary } from './use-summary.ts'

export function CentresPage() {
  const { data, error } = useSummary()
  const admin = useQuery(api.session.queryOptions()).data?.staff?.role === 'admin'
  return (
    <Page title="Balai" facts={`${data?.centres.length ?? 0} terhubung`}>
      {error && <ErrorNote error={problemOf(error)} />}
      <div className={admin ? styles.two : undefined}>
        <Panel flush label="Balai">
          <DataTable
            label={`${data?.centres.length ?? 0} balai`}
            rows={data?.centres ?? []}
            rowKey={row => row.id}
            rowLabel={row => row.name}
            columns={[
              { key: 'name', head: 'Balai', names: true, sort: row => row.name, cell: row => row.name },
              { key: 'city', head: 'Kota', sort: row => row.city, cell: row => row.city },
              { key: 'budget', head: 'Pagu', align: 'end', sort: row => row.budget, cell: row => rupiah(row.budget) },
              {
                key: 'heard',
                head: 'Kabar terakhir',
                sort: row => row.heardAt ?? '',
                cell: row => (row.heardAt ? momentWords(row.heardAt) : '–'),
              },
              { key: 'state', head: 'Keadaan', cell: row => <Heard centre={row} /> },
            ]}
            empty={
              <EmptyState title="Belum ada balai yang terhubung." icon={IconBuilding}>
                Undang balai: kode berlaku 30 hari, sekali pakai.
              </EmptyState>
            }
          />
        </Panel>
        {admin && (
          <div className={layout.stack}>
            <Invitation />
            <StaffPanel />
          </div>
        )}
      </div>
    </Page>
  )
}

function Invitation() {
  const [note, setNote] = useState('')
  const invite = useMutation({ mutationFn: () => client.invite({ note, centreId: null }) })
  return (
    <Panel title="Undang balai">
      <form
        className={layout.tight}
        onSubmit={event => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <TextInput
          {...field({ label: 'Untuk balai', hint: 'Sekadar catatan siapa yang diundang.' })}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
          required
        />
        <div className={layout.buttons}>
          <Button type="submit" loading={invite.isPending}>
            Buat kode
          </Button>
        </div>
        {invite.isError && <ErrorNote error={problemOf(invite.error)} />}
        {invite.data && (
          <div aria-live="polite">
            <p className={layout.words}>Kode (30 hari, sekali pakai):</p>
            <p className={layout.digits}>{invite.data.code}</p>
            <p className={layout.words}>Sidik Pusat, untuk dicocokkan di balai:</p>
            <p className={layout.digits} style={{ overflowWrap: 'anywhere' }}>
              {invite.data.fingerprint}
            </p>
          </div>
        )}
      </form>
    </Panel>
  )
}

function StaffPanel() {
  const queries = useQueryClient()
  const staff = useQuery(api.staff.queryOptions())
  const [draft, setDraft] = useState<{ name: string; office: string; role: StaffRole; regency: string }>({
    name: '',
    office: '',
    role: 'viewer',
    regency: '',
  })
  const add = useMutation({ mutationFn: () => client.addStaff(draft), onSuccess: () => queries.invalidateQueries() })
  const of = (name: 'name' | 'office' | 'regency') => ({
    value: draft[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  })
  return (
    <Panel title="Akun Pusat" facts={`${staff.data?.length ?? 0} akun`}>
      <div className={layout.tight}>
        {staff.data?.map(one => (
          <div key={one.id} className={layout.words}>
            {one.name}, {one.office} <Badge>{staffRoleLabels[one.role]}</Badge>{' '}
            {one.disabled && <Badge tone="warn">nonaktif</Badge>}
          </div>
        ))}
        <form
          className={layout.tight}
          onSubmit={event => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <TextInput {...field({ label: 'Nama akun' })} {...of('name')} required />
          <TextInput {...field({ label: 'Dinas' })} {...of('office')} required />
          <Select
            {...field({ label: 'Peran' })}
            data={staffRoles.map(role => ({ value: role, label: staffRoleLabels[role] }))}
            value={draft.role}
            allowDeselect={false}
            onChange={role => setDraft({ ...draft, role: role as StaffRole })}
          />
          <TextInput
            {...field({
              label: 'Kode kota/kabupaten',
              optional: true,
              hint: 'Empat angka; kosong untuk seluruh provinsi.',
            })}
            {...of('regency')}
            inputMode="numeric"
          />
          <div className={layout.buttons}>
            <Button type="submit" variant="default" loading={add.isPending}>
              Tambah akun
            </Button>
          </div>
          {add.isError && <ErrorNote error={problemOf(add.error)} />}
          {add.data && (
            <p aria-live="polite" className={layout.words}>
              Sandi pertama, diganti saat masuk: <span className={layout.digits}>{add.data.password}</span>
            </p>
          )}
        </form>
      </div>
    </Panel>
  )
}
