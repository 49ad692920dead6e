import { useRouter } from '@tanstack/react-router'
import { periodName } from '../../../../shared/features/report/period.ts'
import type { ReportDifference } from '../../../../shared/features/report/report.ts'
import { formatCell } from '../../../../shared/features/report/report-format.ts'
import { settledReportId } from '../../../../shared/ids.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, QueryBoundary, useRead } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { backAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { fileActions } from '../file-actions.ts'
import { officialPath } from '../report-paths.ts'
import { ReportTable } from '../report-table.tsx'
import { formatMoment } from './official-page.tsx'

export const settledRoute = pageRoute('/laporan/ditetapkan/$id', SettledPage)

/** A report as it was handed in, and what has changed since. */
function SettledPage() {
  const router = useRouter()
  const id = settledReportId.parse(Number(settledRoute.useParams().id))
  const reading = useRead(api.report.differences, { id })
  const file = useFileCommand({
    call: async (format: 'pdf' | 'xlsx') => (await api.report.settledFile.call({ id, format })).file as File,
  })
  const { pdf, excel } = fileActions(format => void file.run(format), file.pending, 'Excel')
  const back = backAction(() => router.history.back())
  useActions([pdf, excel, back])
  const settled = reading.data?.settled
  return (
    <Page
      title={settled?.title ?? 'Laporan yang ditetapkan'}
      crumbs={[
        { label: 'Laporan', path: '/laporan' },
        { label: 'Laporan resmi', path: officialPath },
      ]}
      facts={settled && `Nomor ${settled.number} · ${periodName(settled.period)}`}
      actions={<ActionButtons actions={[pdf, excel]} />}
    >
      <ErrorNote error={file.error} />
      <QueryBoundary query={reading} rows={12}>
        {({ settled: own, report, differences }) => (
          <>
            <ResultLine
              facts={`ditetapkan ${shortDay(own.settledOn, { year: true })} oleh ${own.signatory} · angka ${formatMoment(report.asOf)}`}
            >
              {differences.length === 0
                ? 'Sama dengan data sekarang'
                : `${differences.length} angka berbeda dari data sekarang`}
            </ResultLine>
            {differences.length > 0 && (
              <>
                <Note tone="warn">
                  Yang sudah dikirim tetap seperti di bawah. Kalau selisihnya perlu dilaporkan, tetapkan laporan baru
                  dengan nomor lain.
                </Note>
                <Panel flush title="Yang berbeda">
                  <DataTable
                    label={`${differences.length} angka berbeda`}
                    rows={differences}
                    columns={differenceColumns}
                    rowKey={row => `${row.table} ${row.row} ${row.column}`}
                    rowLabel={row => row.row}
                    empty={null}
                  />
                </Panel>
              </>
            )}
            {report.tables.map(table => (
              <Panel key={table.title} flush label={table.title || report.title}>
                <ReportTable report={report} table={table} plain />
              </Panel>
            ))}
          </>
        )}
      </QueryBoundary>
    </Page>
  )
}

const differenceColumns: DataColumn<ReportDifference>[] = [
  { head: 'Baris', names: true, cell: row => row.row, sort: row => row.row },
  { head: 'Kolom', width: '12rem', cell: row => row.column, sort: row => row.column },
  {
    head: 'Ditetapkan',
    width: '9rem',
    align: 'end',
    cell: row => formatCell(row.before, row.kind),
    sort: row => row.before,
  },
  {
    head: 'Sekarang',
    width: '9rem',
    align: 'end',
    cell: row => formatCell(row.after, row.kind),
    sort: row => row.after,
  },
]
