import { Box } from '@mantine/core'
import { IconBuilding, IconCloudOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CentreSummary, Summary } from '../../shared/features/hub/hub-contract.ts'
import { formatPercent } from '../../shared/features/report/report.ts'
import { rupiah } from '../../shared/kernel/money.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/error-note.tsx'
import { ResultLine } from '../ui/feedback/result-line.tsx'
import { ShareBar } from '../ui/feedback/share-bar.tsx'
import layout from '../ui/page/layout.module.css'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { PathLink } from '../ui/page/path-link.tsx'
import { type DataColumn, DataTable } from '../ui/table/data-table.tsx'
import { CheckPanel } from './check-panel.tsx'
import styles from './hub.module.css'
import { api, people, problemOf } from './hub-client.ts'
import { YearSelect } from './hub-frame.tsx'
import { useChosen } from './hub-year.ts'

export function useSummary() {
  const { chosen } = useChosen()
  return useQuery({ ...api.summary.queryOptions({ input: { year: chosen.year } }), placeholderData: before => before })
}

/** What all centres come to in a year, who is late, and the way from a figure to its classes. */
export function SummaryPage() {
  const { data, error } = useSummary()
  if (!data) return <Page title="Ringkasan">{error && <ErrorNote error={problemOf(error)} />}</Page>
  const late = data.centres.filter(centre => centre.lateDays >= 2 && !centre.revoked)
  return (
    <Page
      title="Ringkasan"
      facts={`${data.centres.length} balai, tahun ${data.year}, sampai ${momentWords(data.asOf)}`}
      actions={<YearSelect years={data.years} year={data.year} />}
    >
      {error && <ErrorNote error={`Angka di bawah dari ${momentWords(data.asOf)}. ${problemOf(error)}`} />}
      <ResultLine
        facts={
          <>
            {data.finished} kelas selesai, {data.running} berjalan · realisasi {rupiah(data.spent)} dari{' '}
            {rupiah(data.budget)}
            {late.map(centre => (
              <Box key={centre.id} component="strong" c="var(--warn)">
                {` · ${centre.city} belum mengirim ${centre.lateDays} hari`}
              </Box>
            ))}
          </>
        }
      >
        {people(data.graduates)} lulus dari {people(data.participants)} peserta
      </ResultLine>
      <div className={styles.two}>
        <Panel flush label="Balai">
          <DataTable
            label={`${data.centres.length} balai`}
            rows={data.centres}
            rowKey={row => row.id}
            rowLabel={row => row.name}
            rowHeight={2.75}
            columns={columns}
            empty={<NoCentres />}
          />
        </Panel>
        <div className={layout.stack}>
          <Cities summary={data} />
          <CheckPanel />
        </div>
      </div>
    </Page>
  )
}

function NoCentres() {
  return (
    <EmptyState title="Belum ada balai yang terhubung." icon={IconBuilding}>
      <PathLink path="/balai">Undang balai</PathLink> dengan kode yang berlaku 30 hari.
    </EmptyState>
  )
}

function FigureLink({ centre, children, what }: { centre: CentreSummary; children: React.ReactNode; what: string }) {
  const { choose } = useChosen()
  return (
    <PathLink
      path="/kelas"
      className={styles.figure}
      onClick={() => choose({ centreId: centre.id })}
      aria-label={`${String(children)} ${what}, ${centre.name}`}
    >
      {children}
    </PathLink>
  )
}

const columns: DataColumn<CentreSummary>[] = [
  {
    key: 'name',
    head: 'Balai',
    names: true,
    sort: row => row.city,
    cell: row => (
      <Box lh="1.125rem">
        <strong>{row.city}</strong>
        <div className={`${layout.detail} ${layout.cut}`}>{row.name}</div>
      </Box>
    ),
  },
  {
    key: 'running',
    head: 'Berjalan',
    align: 'end',
    width: '5.5rem',
    sort: row => row.running,
    cell: row => (
      <FigureLink centre={row} what="kelas berjalan">
        {row.running}
      </FigureLink>
    ),
  },
  {
    key: 'finished',
    head: 'Selesai',
    align: 'end',
    width: '5rem',
    sort: row => row.finished,
    cell: row => (
      <FigureLink centre={row} what="kelas selesai">
        {row.finished}
      </FigureLink>
    ),
  },
  {
    key: 'graduates',
    head: 'Lulus',
    align: 'end',
    width: '4.5rem',
    sort: row => row.graduates ?? 0,
    cell: row => (
      <FigureLink centre={row} what="lulus">
        {people(row.graduates)}
      </FigureLink>
    ),
  },
  {
    key: 'share',
    head: '% lulus',
    align: 'end',
    width: '5rem',
    sort: row => row.share ?? -1,
    cell: row => formatPercent(row.share),
  },
  {
    key: 'spent',
    head: 'Realisasi',
    width: '9.5rem',
    sort: row => row.spentShare ?? -1,
    cell: row => (
      <ShareBar
        tenths={row.spentShare === null ? null : Math.round(row.spentShare / 10)}
        text={`${formatPercent(row.spentShare)} %`}
      />
    ),
  },
  {
    key: 'heard',
    head: 'Sinkron',
    width: '7.5rem',
    sort: row => row.heardAt ?? '',
    cell: row => <Heard centre={row} />,
  },
]

export function Heard({ centre }: { centre: CentreSummary }) {
  if (centre.revoked) return <Badge>diputus</Badge>
  if (centre.heardAt === null) return <Badge tone="warn">belum pernah</Badge>
  if (centre.trouble !== null)
    return (
      <Badge tone="warn" signed>
        {troubleLabels[centre.trouble] ?? 'ditolak'}
      </Badge>
    )
  if (centre.lateDays >= 2) return <Badge tone="warn" icon={IconCloudOff}>{`${centre.lateDays} hari`}</Badge>
  return <span>{momentWords(centre.heardAt)}</span>
}

const troubleLabels: Record<string, string> = {
  clock: 'jam salah',
  newer: 'versi lebih baru',
  fork: 'riwayat lain',
  superseded: 'ada salinan',
}

/** Graduates by city, darker for more; the table beside it says the same. */
function Cities({ summary }: { summary: Summary }) {
  const cities = [...Map.groupBy(summary.centres, centre => centre.city)].map(([city, centres]) => ({
    city,
    graduates: centres.some(centre => centre.graduates === null)
      ? null
      : centres.reduce((sum, centre) => sum + (centre.graduates ?? 0), 0),
  }))
  const most = Math.max(1, ...cities.map(one => one.graduates ?? 0))
  return (
    <Panel title="Lulusan per kota">
      <div className={styles.tiles}>
        {cities.map(({ city, graduates }) => (
          <div key={city} className={styles.tile} data-heat={heatOf(graduates ?? 0, most)}>
            {city}
            <strong>{people(graduates)}</strong>
          </div>
        ))}
      </div>
    </Panel>
  )
}

export function heatOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(4, Math.ceil((count / most) * 4))
}

export function momentWords(iso: string): string {
  return new Date(iso).toLocaleString('id-ID', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}
