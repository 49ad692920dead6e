import { Flex } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FundingSource,
  fundingSourceName,
  fundingSources,
} from '../../../../shared/features/activity/funding-source.ts'
import { elapsedShare } from '../../../../shared/features/report/elapsed-share.ts'
import {
  isWholeYears,
  type Period,
  periodKindLabels,
  periodName,
  periodNumber,
  periodOf,
  periodSchema,
  yearPeriod,
} from '../../../../shared/features/report/period.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { programKeys } from '../../../ui/action/program-keys.ts'
import { gridKeys, listKeys } from '../../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { useReportTabs } from '../../alumni/use-report-tabs.ts'
import { fileActions } from '../file-actions.ts'
import { useReportFile } from '../official/use-report-file.ts'
import { PeriodPicker, SourceSelect } from '../period-picker.tsx'
import { periodSearch } from '../period-search.ts'
import { formatPercentShort } from '../year/year-format.ts'
import { CashSide } from './cash-side.tsx'
import styles from './money-page.module.css'
import { activityOf, lastActivity, MoneyTable } from './money-table.tsx'

export const moneyRoute = pageRoute(
  '/laporan/dana',
  MoneyPage,
  (search: Record<string, unknown>): { tahun?: number; dari?: string; sampai?: string; sumber?: FundingSource } => ({
    ...(Number.isInteger(Number(search.tahun)) && Number(search.tahun) > 2000 ? { tahun: Number(search.tahun) } : {}),
    ...periodSearch(search),
  }),
)

const kinds = [
  ['month', 'B'],
  ['quarter', 'T'],
  ['semester', 'S'],
  ['year', 'Y'],
] as const

/** Money of a period by activity, with months and cash book of the chosen one beside it. */
function MoneyPage() {
  const today = useToday()
  const navigate = useNavigate({ from: moneyRoute.fullPath })
  const { tahun, dari, sampai, sumber = null } = moneyRoute.useSearch()
  const period = periodSchema.safeParse({ from: dari, to: sampai }).data ?? yearPeriod(tahun ?? yearOf(today))
  const reading = useRead(api.report.get, { key: 'realisasi-dana', period, fundingSource: sumber }, keepShown)
  const [chosen, setChosen] = useState<number | null>(lastActivity)
  const file = useReportFile()
  const save = (format: 'pdf' | 'xlsx') =>
    void file.run({ key: 'realisasi-dana', period, fundingSource: sumber, format })
  const { pdf, excel } = fileActions(save, file.pending)
  const lengths = kinds.map(
    ([kind, keys]): Action => ({
      label: `Per ${periodKindLabels[kind].toLowerCase()}`,
      keys,
      run: () => go(periodOf(kind, yearOf(period.from), periodNumber(kind, period.from)), sumber),
    }),
  )
  const filter: Action = {
    label: 'Saring sumber dana',
    keys: programKeys.filter,
    run: () => document.querySelector<HTMLElement>('input[aria-label="Sumber dana"]')?.focus(),
  }
  useActions([pdf, excel, ...lengths, filter])
  const rows = reading.data?.tables[0]?.rows ?? []
  const total = rows.find(row => row.kind === 'total')
  const first = rows.find(row => row.kind === 'row')
  const isThere = rows.some(row => activityOf(row) === chosen)
  const activityId = isThere ? chosen : first && activityOf(first)
  const elapsed = isWholeYears(period) ? elapsedShare(yearOf(period.to), today) : null
  const go = (next: Period, source: FundingSource | null) =>
    navigate({ search: { dari: next.from, sampai: next.to, ...(source ? { sumber: source } : {}) }, replace: true })
  return (
    <Page
      fixed
      title="Realisasi dana"
      tabs={useReportTabs('money')}
      facts={
        reading.data &&
        `${periodName(period)} · s.d. ${shortDay(today < period.to ? today : period.to, { year: true })}`
      }
      actions={<ActionButtons actions={[pdf, excel]} />}
    >
      <ErrorNote error={file.error} />
      <ResultLine
        extra={
          <Flex component="span" wrap="wrap" align="center" gap="0.5rem">
            <PeriodPicker period={period} onChange={next => go(next, sumber)} />
            <SourceSelect
              value={sumber}
              choices={fundingSources.map(value => ({ value, label: fundingSourceName(value) }))}
              onChange={source => go(period, source)}
            />
          </Flex>
        }
      >
        {total
          ? `${formatPercentShort(Number(total.cells.share ?? 0))} terserap, sisa ${rupiah(Number(total.cells.left ?? 0))}`
          : 'Realisasi dana'}
      </ResultLine>
      <div className={styles.columns}>
        <Panel flush fill label="Realisasi per kegiatan">
          <QueryBoundary query={reading} rows={12}>
            {report => <MoneyTable report={report} onCurrent={setChosen} elapsed={elapsed} />}
          </QueryBoundary>
        </Panel>
        {activityId !== undefined && activityId !== null && <CashSide activityId={activityId} period={period} />}
      </div>
      <Flex align="center" justify="space-between" c="var(--ink-2)" fz="0.75rem">
        <KeyHints
          hints={[
            listKeys.rows('kegiatan'),
            listKeys.pages('lipat sumber dana'),
            listKeys.open('buku kasnya'),
            gridKeys.letters('BTSY', 'periode'),
            { ...filter, hint: 'saring' },
          ]}
        />
        {elapsed !== null && <span>garis kunyit: waktu terpakai {formatPercentShort(elapsed)}</span>}
      </Flex>
    </Page>
  )
}
