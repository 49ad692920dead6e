import { Box, Checkbox, TextInput } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type DayOffDraft, dayOffDraft, dayOffKinds, dayOffLabel } from '../../../shared/features/calendar/day-off.ts'
import type { TableReading, TableRow } from '../../../shared/features/calendar/year-table.ts'
import { isPlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { cancelAction, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { Badge, type BadgeTone } from '../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { field, ticking, typing } from '../../ui/form/field.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import { StickyBar } from '../../ui/form/sticky-bar.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import type { DataColumn } from '../../ui/table/data-table-types.ts'
import { lateHolidayPath } from './late-holiday-path.ts'

export const tableImportRoute = pageRoute('/kalender/$tahun/impor', TableImportPage)

/** Imports the table of a year: the file is read and shown line by line, then saved at once. */
function TableImportPage() {
  const year = Number(tableImportRoute.useParams().tahun)
  const { history } = useRouter()
  const stored = useRead(api.calendar.year, { year })
  const reader = useCommand(api.calendar.readTable)
  const saving = useSharedCommand(api.calendar.saveTable, {
    whole: true,
    done: ({ saved }) => `${saved} hari libur ${year} disimpan.`,
    label: ({ row = '', field }) =>
      [isPlainDate(row) ? shortDay(row) : row, dayLabels[field]].filter(Boolean).join(', '),
    format: ({ field }, value) => formatDayValue(field, value),
    onStored(output) {
      // Stay on the page to show the classes that still meet on a day off.
      if (output.meeting.length > 0) setMeeting(output.meeting)
      else leave()
    },
  })
  // The stored table at the time the file was read.
  const [seen, setSeen] = useState<DayOffDraft[] | null>(null)
  const [reading, setReading] = useState<TableReading | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [removeOthers, setRemoveOthers] = useState(false)
  const [meeting, setMeeting] = useState<TableReading['meeting'] | null>(null)
  const source = typed ?? stored.data?.source ?? mostNamed(reading) ?? ''
  const days = reading?.rows.flatMap(row => row.day ?? []) ?? []
  const leave = () => history.push(`/kalender/${year}`)
  const refused = formatRejected()
  function formatRejected(): string | undefined {
    if (!reading) return 'Pilih berkasnya dulu.'
    if (days.length === 0) return 'Tidak ada baris yang dapat disimpan.'
    return source.trim() === '' ? 'Tulis keputusan yang menjadi dasarnya.' : undefined
  }

  async function take(file: File) {
    const done = await reader.run({ year, file })
    if (!done) return
    setSeen((stored.data?.days ?? []).map(({ id: _, ...day }) => day))
    setReading(done.output)
  }
  async function store() {
    if (refused !== undefined) return
    await saving.run({ year, source, days, removeOthers, seen })
  }
  const save = primaryAction('Ctrl S', `Simpan ${days.length} hari`, store, {
    needs: 'cohort.change',
    hint: 'simpan',
    refused,
    pending: saving.pending,
  })
  const cancel = cancelAction(leave)
  useActions([{ ...save, also: 'Ctrl Enter' }, cancel])
  return (
    <Page
      title={`Impor kalender ${year}`}
      crumbs={[{ label: 'Kalender', path: `/kalender/${year}` }, { label: 'Impor' }]}
      facts={meeting ? 'tersimpan' : 'belum ada yang diubah'}
      bar={
        meeting ? undefined : (
          <StickyBar
            tone={saving.error ? 'err' : 'plain'}
            note={saving.error ?? 'Baris yang bermasalah dilewati. Jadwal kelas tidak bergeser sendiri.'}
          >
            <ActionButton action={cancel} keyCap={false} />
            <ActionButton action={save} />
          </StickyBar>
        )
      }
    >
      {saving.choice}
      {meeting ? (
        <Meeting meeting={meeting} onDone={leave} />
      ) : (
        <QueryBoundary query={stored} rows={6}>
          {() =>
            reading ? (
              <>
                <ResultLine extra={<LinkAction onAction={() => setReading(null)}>Berkas lain</LinkAction>}>
                  {formatCount(reading)}
                </ResultLine>
                <Panel>
                  <Columns widths="1fr 1fr">
                    <TextInput
                      {...field({ label: 'Keputusan yang menjadi dasar' })}
                      maxLength={300}
                      {...typing(source, setTyped)}
                    />
                    {reading.missing.length > 0 && (
                      <Checkbox
                        pt="1.5rem"
                        label={`Hapus ${reading.missing.length} hari yang tidak ada di berkas`}
                        description={formatMissing(reading.missing)}
                        {...ticking(removeOthers, setRemoveOthers)}
                      />
                    )}
                  </Columns>
                </Panel>
                <ListPanel
                  fill={false}
                  label={`Baris kalender ${year}`}
                  rows={reading.rows}
                  columns={columns}
                  rowKey={row => `${row.row} ${row.text}`}
                  rowLabel={row => `baris ${row.row}`}
                  rowTone={row => (row.status === 'problem' ? 'err' : undefined)}
                  empty={{ title: 'Berkas ini tidak memuat hari libur.' }}
                />
              </>
            ) : (
              <Panel>
                <FileDrop
                  icon={IconFileSpreadsheet}
                  accept=".xlsx,.csv,.ics"
                  label="Berkas kalender"
                  pending={reader.pending}
                  onFile={take}
                >
                  Jatuhkan berkas Excel, CSV atau ICS di sini, atau tekan Enter untuk memilih. Kolomnya: Tanggal, Jenis,
                  Nama, Dasar, Kepastian.
                </FileDrop>
                <ErrorNote error={reader.error} />
              </Panel>
            )
          }
        </QueryBoundary>
      )}
    </Page>
  )
}

const dayLabels: Readonly<Record<string, string>> = {
  kind: 'jenis',
  name: 'nama',
  source: 'dasar',
  certain: 'kepastian',
}

function formatDayValue(field: string, value: unknown): string | undefined {
  const kind = dayOffKinds.find(one => field === 'kind' && one === value)
  if (kind) return dayOffLabel(kind)
  const day = dayOffDraft.safeParse(value).data
  return day ? `${day.name} (${dayOffLabel(day.kind)})` : value === null ? 'dihapus' : undefined
}

const statusLabels: Record<TableRow['status'], { words: string; tone: BadgeTone }> = {
  new: { words: 'baru', tone: 'ok' },
  changed: { words: 'berubah', tone: 'warn' },
  same: { words: 'sama', tone: 'neutral' },
  problem: { words: 'dilewati', tone: 'err' },
}

const columns: DataColumn<TableRow>[] = [
  { head: 'Baris', width: '4rem', align: 'end', cell: row => row.row },
  {
    head: 'Tanggal',
    width: '9rem',
    cell: row => row.day && shortDay(row.day.date, { year: true }),
    sort: row => row.day?.date ?? null,
  },
  { head: 'Jenis', width: '8.5rem', cell: row => row.day && dayOffLabel(row.day.kind) },
  {
    head: 'Nama',
    names: true,
    cell: row => <OneLine text={row.day?.name ?? row.text} />,
    sort: row => row.day?.name ?? row.text,
  },
  { head: 'Dasar', cell: row => row.problem ?? row.day?.source },
  { head: 'Kepastian', width: '8.5rem', cell: row => row.day && (row.day.certain ? 'pasti' : 'dapat bergeser') },
  {
    head: 'Status',
    width: '6.5rem',
    cell: row => <Badge tone={statusLabels[row.status].tone}>{statusLabels[row.status].words}</Badge>,
    sort: row => statusLabels[row.status].words,
  },
]

function formatCount({ rows }: TableReading): string {
  const order: TableRow['status'][] = ['new', 'changed', 'same', 'problem']
  return order
    .map(status => ({ status, count: rows.filter(row => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${statusLabels[status].words}`)
    .join(' · ')
}

/** The first few by name, the rest as a number. */
function formatMissing(missing: TableReading['missing']): string {
  const named = missing.slice(0, 5).map(day => `${shortDay(day.date)} ${day.name}`)
  return [...named, ...(missing.length > 5 ? [`dan ${missing.length - 5} hari lain`] : [])].join(' · ')
}

/** The decree that most lines of the file name; null when none does. */
function mostNamed(reading: TableReading | null): string | null {
  const sources = (reading?.rows ?? []).flatMap(row => row.day?.source || [])
  const counts = [...Map.groupBy(sources, source => source)].sort(([, a], [, b]) => b.length - a.length)
  return counts[0]?.[0] ?? null
}

function Meeting({ meeting, onDone }: { meeting: TableReading['meeting']; onDone: () => void }) {
  return (
    <Panel title="Kelas yang masih terjadwal pada hari libur" tone="warn">
      <Box component="ul" m="0 0 0.875rem" fz="0.875rem" lh="1.5rem">
        {meeting.map(({ date, cohorts }) => (
          <li key={date}>
            <b>{shortDay(date, { year: true })}</b> {cohorts.join(', ')}{' '}
            <LinkAction
              needs="cohort.change"
              size="small"
              path={lateHolidayPath(date)}
              label={`Geser kelas pada ${shortDay(date)}`}
            >
              Geser kelasnya
            </LinkAction>
          </li>
        ))}
      </Box>
      <ActionButton onAction={onDone}>Ke kalender</ActionButton>
    </Panel>
  )
}
