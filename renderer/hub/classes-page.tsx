import { Select } from '@mantine/core'
import type { ClassRow } from '../../shared/features/hub/hub-contract.ts'
import { dateRange, type PlainDate } from '../../shared/kernel/plain-date.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../ui/table/data-table.tsx'
import { api, people, problemOf, useRead } from './hub-client.ts'
import { useChosen } from './hub-year.ts'
import { useSummary } from './use-summary.ts'
import { YearSelect } from './year-select.tsx'

const columns: DataColumn<ClassRow>[] = [
  { head: 'Kelas', names: true, sort: row => row.title, cell: row => row.title },
  { head: 'Kode', width: '8rem', sort: row => row.class, cell: row => row.class },
  { head: 'Balai', sort: row => row.centre, cell: row => row.centre },
  {
    head: 'Tanggal',
    width: '13rem',
    sort: row => row.starts,
    cell: row => dateRange(row.starts as PlainDate, row.ends as PlainDate),
  },
  { head: 'Hari', align: 'end', width: '5rem', sort: row => row.held, cell: row => `${row.held}/${row.days}` },
  {
    head: 'Peserta',
    align: 'end',
    width: '5.5rem',
    sort: row => row.participants ?? 0,
    cell: row => people(row.participants),
  },
  { head: 'Lulus', align: 'end', width: '5rem', sort: row => row.graduates ?? 0, cell: row => people(row.graduates) },
  {
    head: 'Keadaan',
    width: '7rem',
    sort: row => row.state,
    cell: row => (
      <Badge tone={row.state === 'decided' ? 'ok' : 'info'}>{row.state === 'decided' ? 'selesai' : 'berjalan'}</Badge>
    ),
  },
]

/** The classes behind a figure, without names of people. */
export function ClassesPage() {
  const { chosen, choose } = useChosen()
  const summary = useSummary().data
  const year = chosen.year ?? summary?.year
  const classes = useRead(
    api.classes,
    { year: year ?? 2000, centreId: chosen.centreId },
    { enabled: year !== undefined },
  )
  return (
    <Page
      title="Kelas"
      facts={`${classes.data?.length ?? 0} kelas`}
      fixed
      actions={
        <>
          <Select
            aria-label="Balai"
            w="18rem"
            placeholder="Semua balai"
            clearable
            data={summary?.centres.map(centre => ({ value: centre.id, label: `${centre.city}: ${centre.name}` })) ?? []}
            value={chosen.centreId}
            onChange={value => choose({ centreId: value })}
          />
          {summary && year !== undefined && <YearSelect years={summary.years} year={year} />}
        </>
      }
    >
      {classes.isError && <ErrorNote error={problemOf(classes.error)} />}
      <Panel flush fill label="Kelas">
        <DataTable
          label={`${classes.data?.length ?? 0} kelas`}
          rows={classes.data ?? []}
          rowKey={row => `${row.centreId} ${row.class}`}
          rowLabel={row => row.title}
          columns={columns}
          empty={
            <EmptyState title="Tidak ada kelas pada tahun dan balai ini.">Pilih tahun atau balai lain.</EmptyState>
          }
        />
      </Panel>
    </Page>
  )
}
