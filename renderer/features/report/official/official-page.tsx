import { Flex } from '@mantine/core'
import { IconRubberStamp } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FundingSource,
  fundingSourceName,
  fundingSources,
} from '../../../../shared/features/activity/funding-source.ts'
import { type FigureKey, isNamed, isReportKey, officialReports } from '../../../../shared/features/report/official.ts'
import { type Period, periodName, periodSchema, yearPeriod } from '../../../../shared/features/report/period.ts'
import { type PlainDate, shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../../shared/kernel/time.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, backAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { fileActions } from '../file-actions.ts'
import { PeriodPicker, SourceSelect } from '../period-picker.tsx'
import { periodSearch } from '../period-search.ts'
import { officialPath } from '../report-paths.ts'
import { ReportTable } from '../report-table.tsx'
import { SettleDrawer } from './settle-drawer.tsx'
import { useReportFile } from './use-report-file.ts'

export const officialRoute = pageRoute('/laporan/resmi/$key', OfficialPage, periodSearch)

/** A report of a period: tables, definitions, files, and handing it in. */
function OfficialPage() {
  const router = useRouter()
  const today = useToday()
  const navigate = useNavigate({ from: officialRoute.fullPath })
  const { key: param } = officialRoute.useParams()
  const { dari, sampai, sumber = null } = officialRoute.useSearch()
  const key = isReportKey(param) ? param : 'rekap-pelatihan'
  const period = periodSchema.safeParse({ from: dari, to: sampai }).data ?? yearPeriod(yearOf(today))
  const input = { period, fundingSource: sumber }
  const figures = useRead(api.report.get, { key: key as FigureKey, ...input }, { ...keepShown, enabled: !isNamed(key) })
  const names = useRead(
    api.report.getNames,
    { key: isNamed(key) ? key : 'data-kelas', ...input },
    { ...keepShown, enabled: isNamed(key) },
  )
  const reading = isNamed(key) ? names : figures
  const [settling, setSettling] = useState(false)
  const file = useReportFile()
  const save = (format: 'pdf' | 'xlsx' | 'csv') => void file.run({ key, ...input, format })
  const { pdf, excel } = fileActions(save, file.pending)
  const csv: Action = { label: 'CSV', keys: 'C', pending: file.pending, run: () => save('csv') }
  const settle = primaryAction('Alt B', 'Tetapkan', () => setSettling(true), {
    needs: 'report.names',
    icon: IconRubberStamp,
    refused: isNamed(key) ? 'Daftar nama tidak ditetapkan.' : undefined,
  })
  const back = backAction(() => router.history.back())
  useActions([pdf, excel, csv, settle, back])
  const go = (next: Period, source: FundingSource | null) =>
    navigate({ search: { dari: next.from, sampai: next.to, ...(source ? { sumber: source } : {}) }, replace: true })
  return (
    <Page
      title={officialReports[key].title}
      crumbs={[
        { label: 'Laporan', path: '/laporan' },
        { label: 'Laporan resmi', path: officialPath },
      ]}
      facts={reading.data && `keadaan ${formatMoment(reading.data.asOf)}`}
      more={[csv]}
      actions={<ActionButtons actions={[pdf, excel, !isNamed(key) && settle]} />}
    >
      <ErrorNote error={file.error} />
      <ResultLine
        extra={
          <Flex component="span" align="center" gap="0.5rem">
            <PeriodPicker
              period={period}
              onChange={next => go(next, sumber)}
              autoFocus={reading.data?.tables.every(table => table.rows.length === 0) ?? false}
            />
            {key !== 'realisasi-dif' && (
              <SourceSelect
                value={sumber}
                choices={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
                onChange={source => go(period, source)}
              />
            )}
          </Flex>
        }
      >
        {periodName(period)}
      </ResultLine>
      <QueryBoundary query={reading} rows={12}>
        {report => (
          <>
            {report.tables.map(table => (
              <Panel key={table.title} flush label={table.title || report.title}>
                {table.rows.length === 0 ? (
                  <EmptyState title={`Tidak ada yang dihitung pada ${periodName(period)}.`}>
                    Pilih masa yang lain.
                  </EmptyState>
                ) : (
                  <ReportTable report={report} table={table} />
                )}
              </Panel>
            ))}
            <Panel title="Keterangan">
              <Flex component="ul" direction="column" gap="0.25rem" c="var(--ink-2)" fz="0.75rem" lh="1rem">
                {[report.countedBy, ...report.notes, ...report.definitions].map(words => (
                  <li key={words}>{words}</li>
                ))}
              </Flex>
            </Panel>
          </>
        )}
      </QueryBoundary>
      {settling && !isNamed(key) && (
        <SettleDrawer
          request={{ key: key as FigureKey, ...input }}
          onSettled={id => router.history.push(`/laporan/ditetapkan/${id}`)}
          onClose={() => setSettling(false)}
        />
      )}
    </Page>
  )
}

export function formatMoment(at: string): string {
  return `${shortDay(at.slice(0, 10) as PlainDate, { year: true })} ${showTime(at.slice(11, 16))}`
}
