import { Flex } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPrinter } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useRef } from 'react'
import type { ReportYear } from '../../../../shared/features/report/contract.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { type PlainDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { BudgetYearSelect } from '../../../ui/form/budget-year-select.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import { type ActivitySearch, readActivitySearch } from '../../activity/activity-paths.ts'
import { useReportTabs } from '../../alumni/use-report-tabs.ts'
import { composeAction } from '../file-actions.ts'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import { DuePanel } from './due-panel.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { MapPanel } from './map-panel.tsx'
import { MoneyPanel } from './money-panel.tsx'
import { NamesPanel } from './names-panel.tsx'
import { TradePanel } from './trade-panel.tsx'
import { formatPercentShort } from './year-format.ts'
import styles from './year-page.module.css'
import { YearTables } from './year-tables.tsx'

export const yearRoute = pageRoute(
  '/laporan',
  YearPage,
  (search: Record<string, unknown>): ActivitySearch & { tabel?: true } => ({
    ...readActivitySearch(search),
    ...(search.tabel ? { tabel: true as const } : {}),
  }),
)

/** The year in one sentence for the head of the centre; details and due dates below. */
function YearPage() {
  const today = useToday()
  const router = useRouter()
  const navigate = useNavigate({ from: yearRoute.fullPath })
  const { tahun: year = yearOf(today), tabel: asTables = false } = yearRoute.useSearch()
  const reading = useRead(api.report.year, { year }, keepShown)
  const print: Action = { label: 'Cetak ringkasan', keys: 'Ctrl P', icon: IconPrinter, run: () => window.print() }
  const compose = composeAction(router)
  const tables: Action = {
    label: asTables ? 'Grafik' : 'Tabel',
    keys: 'Alt T',
    run: () => navigate({ search: { tahun: year, ...(asTables ? {} : { tabel: true }) }, replace: true }),
  }
  useActions([print, compose, tables])
  return (
    <Page
      title={`Laporan ${year}`}
      tabs={useReportTabs('year')}
      facts={reading.data && `keadaan ${shortDay(reading.data.asOf.slice(0, 10) as PlainDate, { year: true })}`}
      actions={
        <>
          <BudgetYearSelect
            year={year}
            years={reading.data?.years}
            today={today}
            onChange={value =>
              navigate({ search: { tahun: value, ...(asTables ? { tabel: true } : {}) }, replace: true })
            }
          />
          <ActionButtons actions={[print, compose]} />
        </>
      }
    >
      <QueryBoundary query={reading} rows={12}>
        {data => <Year data={data} today={today} asTables={asTables} tables={tables} />}
      </QueryBoundary>
    </Page>
  )
}

interface YearProps {
  data: ReportYear
  today: PlainDate
  asTables: boolean
  tables: Action
}

function Year({ data, today, asTables, tables }: YearProps) {
  const router = useRouter()
  const wide = useMediaQuery('(min-width: 1800px)')
  if (data.classes === 0 && (data.money?.budget ?? 0) === 0)
    return (
      <>
        <EmptyState
          title={`Belum ada kelas di ${data.year}.`}
          actions={
            <ActionButton onAction={() => router.history.push('/angkatan/baru')}>Rencanakan angkatan</ActionButton>
          }
        />
        {data.due.length > 0 && <DuePanel due={data.due} />}
      </>
    )
  return (
    <Flex direction="column" gap="0.625rem">
      <Sentence data={data} />
      {asTables ? (
        <YearTables data={data} />
      ) : (
        <>
          <div className={styles.top}>
            <FunnelPanel data={data} />
            <TradePanel data={data} />
            <DuePanel due={data.due} autoFocus />
            {wide && <MoneyPanel data={data} today={today} />}
          </div>
          <div className={styles.bottom}>
            {!wide && <MoneyPanel data={data} today={today} />}
            <MapPanel data={data} />
            {wide && <NamesPanel data={data} />}
          </div>
        </>
      )}
      <div className={styles.hints}>
        <KeyHints
          hints={[
            listKeys.section('bagian berikut'),
            listKeys.cells('di dalam grafik'),
            listKeys.open('buka orangnya'),
            tables,
          ]}
        />
        <span>Setiap angka membuka daftar orang atau buku kasnya.</span>
      </div>
    </Flex>
  )
}

/** '2026: 24 kelas, 377 peserta, 341 lulus, 62 % bekerja' */
function Sentence({ data }: { data: ReportYear }) {
  const marks = useRef<HTMLDivElement>(null)
  const onKeyDown = useMarks(marks, true)
  const period = yearPeriod(data.year)
  const figure = (measure: MeasureKey, words: string, className = styles.figure) => (
    <MarkLink
      mark={`kalimat ${measure}`}
      path={behindFigure(measure, period, {}, words)}
      label={words}
      className={className}
    >
      {words}
    </MarkLink>
  )
  const part = (measure: MeasureKey, words: string) => figure(measure, words, layout.bareLink)
  const waiting = data.graduates - data.askable
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the figures, which are links
    <div ref={marks} className={styles.sentence} onKeyDown={onKeyDown}>
      <h2>
        {data.year}: {figure('classes', `${data.classes} kelas`)},{' '}
        {figure('participants', `${data.participants} peserta`)}, {figure('graduates', `${data.graduates} lulus`)},{' '}
        {figure('working', `${formatPercentShort(data.workingShare, 0)} bekerja`)}
      </h2>
      <p>
        {part('employed', `bekerja ${data.employed}`)} + {part('selfEmployed', `wirausaha ${data.selfEmployed}`)} dari{' '}
        {part('askable', `${data.askable} lulusan`)} · {part('reached', `${data.reached} terjangkau`)}
        {waiting > 0 && ` · ${waiting} belum waktunya dihubungi`}
      </p>
    </div>
  )
}
