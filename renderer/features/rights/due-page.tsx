import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { DuePerson } from '../../../shared/features/rights/contract.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { backAction, useActions } from '../../ui/action/action.ts'
import { ActionBar } from '../../ui/action/action-bar.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { AnonymiseDialog } from './anonymise-dialog.tsx'

export const dueRoute = pageRoute('/peserta/masa-simpan', DuePage)

/** People whose data need not be kept any more, to be anonymised together. */
function DuePage() {
  const router = useRouter()
  const due = useRead(api.rights.due, {})
  const years = useRead(api.centre.get, {}).data?.rules.retentionYears
  const [chosen, setChosen] = useState<ReadonlySet<string | number>>(new Set())
  const [confirming, setConfirming] = useState(false)
  const people = (due.data ?? []).filter(row => chosen.has(row.id)).map(row => row.id as TraineeId)
  useActions([backAction(() => router.history.push('/peserta'), 'Kembali ke daftar')])
  return (
    <Page
      fixed
      title="Melewati masa simpan"
      crumbs={[{ label: 'Peserta', path: '/peserta' }, { label: 'Melewati masa simpan' }]}
      facts={due.data && years && `${due.data.length} orang · disimpan ${years} tahun sejak kelas terakhir selesai`}
      bar={
        people.length > 0 && (
          <ActionBar title={`${people.length} orang dipilih`} onClear={() => setChosen(new Set())}>
            <ActionButton tone="danger" onAction={() => setConfirming(true)}>
              {`Anonimkan ${people.length} peserta`}
            </ActionButton>
          </ActionBar>
        )
      }
    >
      <ListPanel
        name="Melewati masa simpan"
        query={due}
        bars={8}
        unit="orang"
        columns={columns}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        onOpen={row => router.history.push(`/peserta/${row.id}`)}
        selected={chosen}
        onSelect={setChosen}
        empty={{ title: 'Tidak ada yang melewati masa simpan.', children: 'Lama simpan diatur di Pengaturan, Aturan.' }}
      />
      {confirming && (
        <AnonymiseDialog
          people={people.slice(0, 500)}
          title={`Anonimkan ${people.length} peserta?`}
          onRequest={false}
          onClose={() => {
            setConfirming(false)
            setChosen(new Set())
          }}
        />
      )}
    </Page>
  )
}

const columns: DataColumn<DuePerson>[] = [
  { head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  { head: 'NIK', width: '11rem', cell: row => row.maskedNik },
  { head: 'Kelas terakhir', cell: row => <OneLine text={row.cohort} />, sort: row => row.cohort },
  { head: 'Selesai', width: '10rem', cell: row => shortDay(row.end, { year: true }), sort: row => row.end },
  { head: 'Lewat sejak', width: '10rem', cell: row => shortDay(row.since, { year: true }), sort: row => row.since },
]
