import { Box } from '@mantine/core'
import { IconBuilding, IconCloudOff, IconFileSpreadsheet } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type CentreSummary, fewestBeyond, type Guarded, type Summary } from '../../shared/features/hub/hub-contract.ts'
import { formatPercent } from '../../shared/features/report/report.ts'
import { rupiah } from '../../shared/kernel/money.ts'
import type { Action } from '../ui/action/action.ts'
import { ActionButton } from '../ui/action/action-button.tsx'
import { LinkAction } from '../ui/action/link-action.tsx'
import { useActions } from '../ui/action/use-actions.ts'
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
import { ApplicationsPanel } from './applications-panel.tsx'
import { CheckPanel } from './check-panel.tsx'
import mapStyles from './city-map.module.css'
import { type City, CityMap, useShapes } from './city-map.tsx'
import styles from './hub.module.css'
import { api, client, momentWords, people, problemOf, saveFile } from './hub-client.ts'
import { mayOpen } from './hub-places.ts'
import { useChosen } from './hub-year.ts'
import { useSummary } from './use-summary.ts'
import { VillageMap } from './village-map.tsx'
import { YearSelect } from './year-select.tsx'

/** What all centres come to in a year, who is late, and the way from a figure to its classes. */
export function SummaryPage() {
  const { data, error } = useSummary()
  const router = useRouter()
  const { choose } = useChosen()
  const [current, setCurrent] = useState<string | null>(null)
  const staff = useQuery(api.session.queryOptions()).data?.staff
  const file = useMutation({
    mutationFn: (year: number) =>
      client.reportFile({
        question: {
          measures: ['classes', 'participants', 'graduates', 'budget', 'spent'],
          by: ['centre'],
          from: `${year}-01-01`,
          to: `${year}-12-31`,
          centreId: null,
        },
        format: 'xlsx',
      }),
    onSuccess: made => saveFile(made as File),
  })
  const save: Action = {
    label: 'Ekspor ke Excel',
    keys: 'Ctrl E',
    icon: IconFileSpreadsheet,
    pending: file.isPending,
    run: () => data && file.mutate(data.year),
  }
  useActions([data && save])
  if (!data) return <Page title="Ringkasan">{error && <ErrorNote error={problemOf(error)} />}</Page>
  const late = data.centres.filter(centre => centre.lateDays >= 2 && !centre.revoked)
  return (
    <Page
      title={data.area}
      facts={`${data.centres.length} balai, tahun ${data.year}, sampai ${momentWords(data.asOf)}`}
      actions={
        <>
          <YearSelect years={data.years} year={data.year} />
          <ActionButton action={save} />
        </>
      }
    >
      {file.isError && <ErrorNote error={problemOf(file.error)} />}
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
        <div className={layout.stack}>
          <Panel flush label="Balai">
            <DataTable
              label={`${data.centres.length} balai`}
              rows={data.centres}
              rowKey={row => row.id}
              rowLabel={row => row.name}
              rowHeight={2.75}
              columns={columns}
              current={current}
              onCurrent={row => setCurrent(row.id)}
              onOpen={row => {
                choose({ centreId: row.id })
                router.history.push('/kelas')
              }}
              empty={<NoCentres />}
            />
          </Panel>
          {staff && mayOpen(staff.role, '/orang-ganda') && <ApplicationsPanel />}
        </div>
        <div className={layout.stack}>
          <Cities summary={data} chosen={data.centres.find(centre => centre.id === current)?.regency ?? null} />
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
        text={row.spentShare === null ? '–' : `${formatPercent(row.spentShare)} %`}
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
  older: 'versi terlalu lama',
  fork: 'riwayat lain',
  superseded: 'ada salinan',
}

/** Graduates by city, darker for more; the table beside it says the same. A press opens the kelurahan of a city. */
function Cities({ summary, chosen }: { summary: Summary; chosen: string | null }) {
  const [opened, setOpened] = useState<City | null>(null)
  const cities = [...Map.groupBy(summary.centres, centre => centre.regency)].map(([regency, centres]) => ({
    regency,
    city: centres[0]?.city ?? regency,
    graduates: centres.some(centre => centre.graduates === null)
      ? null
      : centres.reduce((sum, centre) => sum + (centre.graduates ?? 0), 0),
  }))
  const map = useShapes(cities)
  const steps = stepsOf(cities)
  const heat = (graduates: Guarded) => 1 + steps.filter(step => (graduates ?? 0) >= step).length
  const shown = opened ?? (cities.length === 1 ? cities[0] : undefined)
  if (shown)
    return (
      <Panel
        title="Peserta per kelurahan"
        facts={shown.city}
        extra={cities.length > 1 && <LinkAction onAction={() => setOpened(null)}>Semua kota</LinkAction>}
      >
        <VillageMap year={summary.year} regency={shown.regency} />
      </Panel>
    )
  return (
    <Panel title="Lulusan per kota" extra={<Legend steps={steps} />}>
      {map ? (
        <CityMap map={map} cities={cities} chosen={chosen} heatOf={heat} onOpen={setOpened} />
      ) : (
        <div className={styles.tiles}>
          {map === null &&
            cities.map(one => (
              <button
                key={one.regency}
                type="button"
                className={styles.tile}
                data-heat={heat(one.graduates)}
                onClick={() => setOpened(one)}
              >
                {one.city}
                <strong>{people(one.graduates)}</strong>
              </button>
            ))}
        </div>
      )}
    </Panel>
  )
}

function Legend({ steps }: { steps: readonly number[] }) {
  const words = steps.map((step, index) => `${step.toLocaleString('id-ID')}${index === steps.length - 1 ? '+' : ''}`)
  return (
    <span className={mapStyles.legend} aria-hidden>
      {[`< ${words[0]?.replace('+', '')}`, ...words].map((word, index) => (
        <span key={word}>
          <i data-heat={index + 1} /> {word}
        </span>
      ))}
    </span>
  )
}

/** Three round numbers that part the cities into four shades. */
function stepsOf(cities: readonly City[]): number[] {
  const most = Math.max(4 * fewestBeyond, ...cities.map(one => one.graduates ?? 0))
  const size = 10 ** Math.max(0, Math.floor(Math.log10(most)) - 1)
  return [1, 2, 3].map(part => Math.max(part, Math.round((most * part) / 4 / size) * size))
}
