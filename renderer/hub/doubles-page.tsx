import { dateRange, type PlainDate } from '../../shared/kernel/plain-date.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { DataTable } from '../ui/table/data-table.tsx'
import { ApplicationsPanel } from './applications-panel.tsx'
import { api, problemOf, useRead } from './hub-client.ts'

/** People trained by two centres, as codes: only a centre can resolve a name. */
export function DoublesPage() {
  const { data, error } = useRead(api.doubles, {})
  return (
    <Page title="Orang ganda" facts={<Badge tone="lock">tanpa NIK, tanpa nama</Badge>}>
      <ApplicationsPanel />
      {error && <ErrorNote error={problemOf(error)} />}
      <Panel flush title="Sudah dilatih di dua balai">
        <DataTable
          label={`${data?.length ?? 0} orang`}
          rows={data ?? []}
          rowKey={row => row.person}
          rowLabel={row => `Orang ${row.person}`}
          rowHeight={3}
          columns={[
            { head: 'Orang', width: '8rem', names: true, cell: row => `Orang ${row.person}` },
            {
              head: 'Dilatih di',
              cell: row =>
                row.trainings
                  .map(
                    one =>
                      `${one.program}, ${one.centre} (${dateRange(one.ended as PlainDate, one.ended as PlainDate)})`,
                  )
                  .join(' · '),
            },
          ]}
          empty={
            <EmptyState title="Tidak ada orang yang dilatih di dua balai.">
              Balai yang punya kunci provinsi yang sama saling mengenali.
            </EmptyState>
          }
        />
      </Panel>
    </Page>
  )
}
