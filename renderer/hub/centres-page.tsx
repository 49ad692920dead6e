import { Button, TextInput } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CentreSummary } from '../../shared/features/hub/hub-contract.ts'
import { rupiah } from '../../shared/kernel/money.ts'
import { ActionButton } from '../ui/action/action-button.tsx'
import { ConfirmDialog } from '../ui/dialog/confirm-dialog.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { submitting } from '../ui/form/enter-moves-on.ts'
import { field, typing } from '../ui/form/field.tsx'
import { Columns } from '../ui/page/columns.tsx'
import layout from '../ui/page/layout.module.css'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { DataTable } from '../ui/table/data-table.tsx'
import { LastSync } from './centre-columns.tsx'
import { api, client, formatMomentOf, problemOf, useRead } from './hub-client.ts'
import { StaffPanel } from './staff-panel.tsx'
import { useSummary } from './use-summary.ts'

export function CentresPage() {
  const { data, error } = useSummary()
  const [current, setCurrent] = useState<string | null>(null)
  const chosen = data?.centres.find(centre => centre.id === current)
  const admin = useRead(api.session, {}).data?.staff?.role === 'admin'
  return (
    <Page title="Balai" facts={`${data?.centres.length ?? 0} terhubung`}>
      {error && <ErrorNote error={problemOf(error)} />}
      <Columns stacks widths={admin ? '1fr 25.25rem' : '1fr'}>
        <Panel flush label="Balai">
          <DataTable
            label={`${data?.centres.length ?? 0} balai`}
            rows={data?.centres ?? []}
            rowKey={row => row.id}
            rowLabel={row => row.name}
            {...(admin ? { current, onCurrent: (row: CentreSummary) => setCurrent(row.id) } : {})}
            columns={[
              { head: 'Balai', names: true, sort: row => row.name, cell: row => row.name },
              { head: 'Kota', sort: row => row.city, cell: row => row.city },
              { head: 'Pagu', align: 'end', sort: row => row.budget, cell: row => rupiah(row.budget) },
              {
                head: 'Kabar terakhir',
                sort: row => row.heardAt ?? '',
                cell: row => (row.heardAt ? formatMomentOf(row.heardAt) : '–'),
              },
              { head: 'Keadaan', cell: row => <LastSync centre={row} /> },
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
            {chosen && <OneCentre key={chosen.id} centre={chosen} />}
            <Invitation />
            <StaffPanel />
          </div>
        )}
      </Columns>
    </Page>
  )
}

/** A joined centre: a new code if its computer lost the key, or ending its membership. */
function OneCentre({ centre }: { centre: CentreSummary }) {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const invite = useMutation({ mutationFn: () => client.invite({ note: centre.name, centreId: centre.id }) })
  const revoke = useMutation({
    mutationFn: () => client.revoke({ centreId: centre.id }),
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <Panel title={centre.name} facts={centre.city}>
      <div className={layout.tight}>
        <div className={layout.buttons}>
          {!centre.revoked && <ActionButton onAction={() => setAsking(true)}>Putuskan</ActionButton>}
          <ActionButton pending={invite.isPending} onAction={() => invite.mutate()}>
            Kode sambung ulang
          </ActionButton>
        </div>
        {(invite.isError || revoke.isError) && <ErrorNote error={problemOf(invite.error ?? revoke.error)} />}
        {invite.data && <Code made={invite.data} />}
      </div>
      <ConfirmDialog
        opened={asking}
        title={`Putuskan ${centre.name}?`}
        action="Putuskan"
        onAction={() => {
          revoke.mutate()
          setAsking(false)
        }}
        onCancel={() => setAsking(false)}
      >
        Pusat tidak lagi menerima dari balai ini sampai ia tersambung dengan kode baru. Yang sudah terkirim tetap ada.
      </ConfirmDialog>
    </Panel>
  )
}

function Code({ made }: { made: { code: string; fingerprint: string } }) {
  return (
    <div aria-live="polite">
      <p className={layout.words}>Kode (30 hari, sekali pakai):</p>
      <p className={layout.digits}>{made.code}</p>
      <p className={layout.words}>Sidik Pusat, untuk dicocokkan di balai:</p>
      <p className={layout.digits} style={{ overflowWrap: 'anywhere' }}>
        {made.fingerprint}
      </p>
    </div>
  )
}

function Invitation() {
  const [note, setNote] = useState('')
  const invite = useMutation({ mutationFn: () => client.invite({ note, centreId: null }) })
  return (
    <Panel title="Undang balai">
      <form className={layout.tight} onSubmit={submitting(() => invite.mutate())}>
        <TextInput
          {...field({ label: 'Untuk balai', hint: 'Sekadar catatan siapa yang diundang.' })}
          {...typing(note, setNote)}
          required
        />
        <div className={layout.buttons}>
          <Button type="submit" loading={invite.isPending}>
            Buat kode
          </Button>
        </div>
        {invite.isError && <ErrorNote error={problemOf(invite.error)} />}
        {invite.data && <Code made={invite.data} />}
      </form>
    </Panel>
  )
}
