import { Box, TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { hoursToNotify } from '../../../shared/features/history/history.ts'
import { addDays, type PlainDate } from '../../../shared/kernel/plain-date.ts'
import { formatOperation } from '../../../shared/operation-labels.ts'
import { api, keepShown, QueryBoundary, useRead, useSession } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButtons } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { DateField } from '../../ui/form/date-field.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { FilterSelect } from '../../ui/table/filter-select.tsx'
import { PlainTable } from '../../ui/table/plain-table.tsx'

export const breachRoute = pageRoute('/pengaturan/riwayat/kebocoran', BreachPage)

const isMoment = (text: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)

/** After a data breach: which data of how many people was seen since when, the deadline for notification, and drafts of the letters. */
function BreachPage() {
  const { today, now } = useSession()
  const [operator, setOperator] = useState<string | null>(null)
  const [desk, setDesk] = useState<string | null>(null)
  const [from, setFrom] = useState<PlainDate | null>(addDays(today, -30))
  const [until, setUntil] = useState<PlainDate | null>(today)
  const [knownOn, setKnownOn] = useState<PlainDate | null>(today)
  const [knownTime, setKnownTime] = useState(now.slice(11, 16).replace(':', '.'))
  const knownAt = `${knownOn ?? ''}T${knownTime.replace('.', ':')}`
  const question = from && until && from <= until && isMoment(knownAt) ? { operator, desk, from, until, knownAt } : null
  const actors = useRead(api.history.actors, {}).data
  const reading = useRead(api.history.breach, question ?? null, keepShown)
  const notice = useFileCommand(api.history.breachNotice, () => 'Rancangan pemberitahuan dibuat dan dicatat.')
  const people = useFileCommand(api.history.breachPeople, () => 'Daftar orang terdampak dibuat dan dicatat.')
  const breach = reading.data
  const refused = !question
    ? 'Lengkapi tanggal dan jamnya dulu.'
    : breach?.people === 0
      ? 'Tidak ada orang yang terdampak menurut pilihan ini.'
      : undefined
  const writing = primaryAction('Ctrl P', 'Rancangan pemberitahuan', () => question && notice.run(question), {
    icon: IconFileText,
    refused,
    pending: notice.pending,
  })
  const listing: Action = {
    label: 'Orang terdampak',
    keys: 'Ctrl E',
    icon: IconFileSpreadsheet,
    refused,
    pending: people.pending,
    run: () => question && people.run(question),
  }
  useActions([writing, listing])

  return (
    <Page
      title="Kebocoran data"
      crumbs={[{ label: 'Riwayat Perubahan', path: '/pengaturan/riwayat' }, { label: 'Kebocoran data' }]}
      facts={`diberitahukan paling lambat ${hoursToNotify / 24} × 24 jam, UU 27/2022 Pasal 46`}
      actions={<ActionButtons actions={[listing, writing]} />}
      side={
        <Panel title="Yang terjadi" facts="akun, meja, atau perangkat yang dipakai">
          <div className={layout.tight}>
            <FilterSelect
              label="Akun"
              all="Semua akun"
              options={(actors?.operators ?? []).map(name => ({ value: name, label: name }))}
              value={operator}
              onChange={setOperator}
            />
            <FilterSelect
              label="Meja"
              all="Semua meja"
              options={(actors?.desks ?? []).map(name => ({ value: name, label: name }))}
              value={desk}
              onChange={setDesk}
            />
            <DateField label="Sejak" value={from} onChange={setFrom} />
            <DateField label="Sampai" value={until} onChange={setUntil} />
            <DateField label="Diketahui" value={knownOn} onChange={setKnownOn} />
            <TextInput {...field({ label: 'Jam' })} {...typing(knownTime, setKnownTime)} />
          </div>
        </Panel>
      }
    >
      <ErrorNote error={notice.error ?? people.error} />
      {breach && breach.people > 0 && (
        <Note
          tone="err"
          title={`Beri tahu ${breach.people} orang dan lembaga sebelum ${formatMoment(breach.deadline)}.`}
        >
          Data terlihat sejak {formatMoment(breach.first ?? '')} sampai {formatMoment(breach.last ?? '')}.
        </Note>
      )}
      <Panel title="Data yang terlihat" facts="menurut catatan yang tidak dapat diubah" flush>
        <QueryBoundary query={reading} rows={4}>
          {({ kinds }) =>
            kinds.length === 0 ? (
              <EmptyState title="Tidak ada data peserta yang dibuka, dicetak, atau diekspor menurut pilihan ini.">
                Perpanjang masanya, atau kosongkan Akun dan Meja.
              </EmptyState>
            ) : (
              <PlainTable
                rows={kinds}
                rowKey={kind => kind.operation}
                columns={[
                  { head: 'Cara terlihat', names: true, cell: kind => formatOperation(kind.operation) },
                  {
                    head: 'Kolom yang keluar',
                    cell: kind => kind.columns.join(', ') || 'seisi halaman atau kertasnya',
                  },
                  { head: 'Kali', align: 'end', cell: kind => kind.acts },
                  { head: 'Orang', align: 'end', cell: kind => kind.people },
                ]}
              />
            )
          }
        </QueryBoundary>
      </Panel>
      <Box component="p" className={layout.note}>
        Perangkat atau berkas data hilang? Anggap semua orang terdampak: pilih semua akun, sejak data pertama.
      </Box>
    </Page>
  )
}
