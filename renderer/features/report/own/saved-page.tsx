import { IconReportAnalytics } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { dimensions } from '../../../../shared/features/report/dimension.ts'
import { measures } from '../../../../shared/features/report/measure.ts'
import type { OwnReport } from '../../../../shared/features/report/own-report.ts'
import { periodName } from '../../../../shared/features/report/period.ts'
import { api, QueryBoundary, useRead } from '../../../app/client.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { useActions } from '../../../ui/action/action.ts'
import { ActionButton, RowLink } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useReportTabs } from '../../alumni/use-report-tabs.ts'
import { composeAction } from '../file-actions.ts'
import { openOwn } from './own-page.tsx'
import { useRemoveOwn } from './use-remove-own.ts'

export const savedRoute = pageRoute('/laporan/tersimpan', SavedPage)

/** Saved reports; Enter opens one with present data. */
function SavedPage() {
  const router = useRouter()
  const saved = useRead(api.report.saved, {})
  const remove = useRemoveOwn()
  const tabs = useReportTabs('saved')
  const compose = composeAction(router)
  useActions([compose])
  return (
    <Page title="Laporan" tabs={tabs} actions={<ActionButton action={compose} />}>
      <ResultLine>{saved.data ? `${saved.data.length} laporan tersimpan` : 'Laporan tersimpan'}</ResultLine>
      <Panel flush label="Laporan tersimpan">
        <QueryBoundary query={saved} rows={6}>
          {rows => (
            <DataTable
              autoFocus
              label={`${rows.length} laporan tersimpan`}
              rows={rows}
              columns={[
                { head: 'Nama', names: true, width: '26rem', cell: row => row.name, sort: row => row.name },
                { head: 'Isi', cell: row => contents(row.choice) },
                {
                  head: 'Periode',
                  width: '11rem',
                  cell: row => periodName(row.choice.period),
                  sort: row => row.choice.period.from,
                },
                { head: 'Satuan', width: '6rem', cell: row => row.unit },
                {
                  head: 'Tindakan',
                  width: '6rem',
                  cell: ({ id, name }) => <RowLink label="Hapus" of={name} onAction={() => void remove({ id })} />,
                },
              ]}
              rowKey={row => String(row.id)}
              rowLabel={row => row.name}
              onOpen={row => openOwn(router, row.name, row.choice)}
              empty={
                <EmptyState
                  icon={IconReportAnalytics}
                  title="Belum ada laporan yang disimpan."
                  actions={<ActionButton action={compose} />}
                >
                  Susun laporan, lalu simpan dengan Ctrl S.
                </EmptyState>
              }
            />
          )}
        </QueryBoundary>
      </Panel>
      <KeyHints hints={[listKeys.rows('laporan'), listKeys.open('hitung dan buka')]} />
    </Page>
  )
}

/** 'Lulus per kecamatan dan kejuruan · 1 saringan' */
function contents({ measure, rows, columns, filters }: OwnReport): string {
  const by = [rows, columns].flatMap(key => (key === null ? [] : [dimensions[key].label]))
  const set = Object.values(filters).filter(values => values.length > 0).length
  return [`${measures[measure].label}: ${by.join(' × ')}`, set > 0 && `${set} saringan`].filter(Boolean).join(' · ')
}
