import { IconFileText } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListedReport } from '../../../../shared/features/report/contract.ts'
import { periodName, yearPeriod } from '../../../../shared/features/report/period.ts'
import type { SettledReport } from '../../../../shared/features/report/report.ts'
import { shortDay, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { useReportTabs } from '../../alumni/use-report-tabs.ts'
import { PeriodPicker } from '../period-picker.tsx'
import { officialReportPath } from '../report-paths.ts'
import { SettingDrawer } from './setting-drawer.tsx'

export const officialListRoute = pageRoute('/laporan/resmi', OfficialListPage)

/** The official reports of a period, and those handed in. */
function OfficialListPage() {
  const router = useRouter()
  const today = useToday()
  const [period, setPeriod] = useState(yearPeriod(yearOf(today)))
  const list = useRead(api.report.list, {})
  const settled = useRead(api.report.settled, {})
  const [ruling, setRuling] = useState(false)
  const rules: Action = { label: 'Aturan laporan', needs: 'setting.change', keys: 'Alt A', run: () => setRuling(true) }
  useActions([rules])
  return (
    <Page
      title="Laporan"
      tabs={useReportTabs('official')}
      facts={list.data && `${list.data.length} laporan`}
      actions={<ActionButton action={rules} />}
    >
      <ResultLine extra={<PeriodPicker period={period} onChange={setPeriod} />}>
        Laporan resmi {periodName(period)}
      </ResultLine>
      <Panel flush label="Daftar laporan">
        <QueryBoundary query={list} rows={12}>
          {rows => (
            <DataTable
              autoFocus
              label={`${rows.length} laporan`}
              rows={rows}
              columns={listColumns}
              rowKey={row => row.key}
              rowLabel={row => row.title}
              onOpen={row => router.history.push(officialReportPath(row.key, period))}
              empty={<EmptyState title="Tidak ada laporan." />}
            />
          )}
        </QueryBoundary>
      </Panel>
      <Panel flush title="Sudah ditetapkan" facts={settled.data && `${settled.data.length}`}>
        <QueryBoundary query={settled} rows={3}>
          {rows => (
            <DataTable
              label={`${rows.length} laporan yang ditetapkan`}
              rows={rows}
              columns={settledColumns}
              rowKey={row => String(row.id)}
              rowLabel={row => row.title}
              onOpen={row => router.history.push(`/laporan/ditetapkan/${row.id}`)}
              empty={
                <EmptyState icon={IconFileText} title="Belum ada laporan yang ditetapkan.">
                  Buka sebuah laporan di atas, lalu Tetapkan; angkanya tersimpan dan tidak berubah lagi.
                </EmptyState>
              }
            />
          )}
        </QueryBoundary>
      </Panel>
      {ruling && <SettingDrawer onClose={() => setRuling(false)} />}
    </Page>
  )
}

const listColumns: DataColumn<ListedReport>[] = [
  { head: 'Laporan', names: true, width: '24rem', cell: row => row.title, sort: row => row.title },
  { head: 'Isi', cell: row => row.what },
  {
    head: 'Jenis',
    width: '9rem',
    cell: row => (row.data ? 'data' : row.named ? 'daftar nama' : 'rekap'),
    sort: row => (row.data ? 'data' : row.named ? 'daftar nama' : 'rekap'),
  },
]

const settledColumns: DataColumn<SettledReport>[] = [
  { head: 'Nomor', names: true, width: '14rem', cell: row => row.number, sort: row => row.number },
  { head: 'Laporan', cell: row => row.title, sort: row => row.title },
  { head: 'Periode', width: '12rem', cell: row => periodName(row.period), sort: row => row.period.from },
  {
    head: 'Ditetapkan',
    width: '9rem',
    cell: row => shortDay(row.settledOn, { year: true }),
    sort: row => row.settledOn,
  },
  { head: 'Penanda tangan', cell: row => row.signatory },
]
