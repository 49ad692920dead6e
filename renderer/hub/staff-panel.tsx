import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type StaffRole, staffRoleLabels, staffRoles } from '../../shared/features/hub/hub-contract.ts'
import { LinkAction } from '../ui/action/action-button.tsx'
import { Badge } from '../ui/feedback/badge.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { submitting } from '../ui/form/enter-moves-on.ts'
import { field } from '../ui/form/field.tsx'
import layout from '../ui/page/layout.module.css'
import { Panel } from '../ui/page/panel.tsx'
import { api, client, problemOf, useRead } from './hub-client.ts'
import { useSummary } from './use-summary.ts'

type Draft = { name: string; office: string; role: StaffRole; regency: string; centreId: string | null }

/** Accounts of the Dinas: roles, deactivating and reactivating, new first passwords. */
export function StaffPanel() {
  const queries = useQueryClient()
  const staff = useRead(api.staff, {})
  const centres = useSummary().data?.centres ?? []
  const [draft, setDraft] = useState<Draft>({ name: '', office: '', role: 'viewer', regency: '', centreId: null })
  const add = useMutation({ mutationFn: () => client.addStaff(draft), onSuccess: () => queries.invalidateQueries() })
  const own = useRead(api.session, {}).data?.staff?.name
  const onSettled = () => queries.invalidateQueries()
  const set = useMutation({
    mutationFn: (change: { id: number; disabled: boolean }) => client.setStaff(change),
    onSettled,
  })
  const reset = useMutation({
    mutationFn: async ({ id, name }: { id: number; name: string }) => ({ name, ...(await client.resetStaff({ id })) }),
    onSettled,
  })
  const of = (name: 'name' | 'office' | 'regency') => ({
    value: draft[name],
    onChange: (event: { currentTarget: HTMLInputElement }) => setDraft({ ...draft, [name]: event.currentTarget.value }),
  })
  return (
    <Panel title="Akun Pusat" facts={`${staff.data?.length ?? 0} akun`}>
      <div className={layout.tight}>
        {staff.data?.map(one => (
          <div key={one.id} className={layout.words}>
            {one.name}, {one.office}
            {one.centre && `, hanya ${one.centre}`} <Badge>{staffRoleLabels[one.role]}</Badge>{' '}
            {one.disabled && <Badge tone="warn">nonaktif</Badge>}
            {one.name !== own && (
              <div>
                <LinkAction label={`Sandi baru untuk ${one.name}`} size="small" onAction={() => reset.mutate(one)}>
                  Sandi baru
                </LinkAction>
                {' · '}
                <LinkAction
                  label={`${one.disabled ? 'Aktifkan' : 'Nonaktifkan'} ${one.name}`}
                  size="small"
                  onAction={() => set.mutate({ id: one.id, disabled: !one.disabled })}
                >
                  {one.disabled ? 'Aktifkan' : 'Nonaktifkan'}
                </LinkAction>
              </div>
            )}
          </div>
        ))}
        {(reset.isError || set.isError) && <ErrorNote error={problemOf(reset.error ?? set.error)} />}
        {reset.data && (
          <p aria-live="polite" className={layout.words}>
            Sandi pertama {reset.data.name}: <span className={layout.digits}>{reset.data.password}</span>. Telepon
            didaftarkan lagi saat masuk.
          </p>
        )}
        <form className={layout.tight} onSubmit={submitting(() => add.mutate())}>
          <TextInput {...field({ label: 'Nama akun' })} {...of('name')} required />
          <TextInput {...field({ label: 'Dinas' })} {...of('office')} required />
          <Select
            {...field({ label: 'Peran' })}
            data={staffRoles.map(role => ({ value: role, label: staffRoleLabels[role] }))}
            value={draft.role}
            allowDeselect={false}
            onChange={role => setDraft({ ...draft, role: role as StaffRole })}
          />
          <Select
            {...field({ label: 'Hanya balai', optional: true, hint: 'Kosong untuk semua balai di wilayahnya.' })}
            data={centres.map(one => ({ value: one.id, label: `${one.name}, ${one.city}` }))}
            value={draft.centreId}
            searchable
            clearable
            onChange={centreId => setDraft({ ...draft, centreId })}
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
