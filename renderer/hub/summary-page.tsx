import { Box } from '@mantine/core'
import { IconBuilding } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { rupiah } from '../../shared/kernel/money.ts'
import { useActions } from '../ui/action/action.ts'
import { ActionButton } from '../ui/action/action-button.tsx'
import { excelAction } from '../ui/action/excel-action.ts'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { ResultLine } from '../ui/feedback/result-line.tsx'
import { Columns } from '../ui/page/columns.tsx'
import layout from '../ui/page/layout.module.css'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { PathLink } from '../ui/page/path-link.tsx'
import { DataTable } from '../ui/table/data-table.tsx'
import { ApplicationsPanel } from './applications-panel.tsx'
import { centreColumns } from './centre-columns.tsx'
import { CheckPanel } from './check-panel.tsx'
import { api, client, formatMomentOf, people, problemOf, saveFile, useRead } from './hub-client.ts'
import { mayOpen } from './hub-places.ts'
import { useChosen } from './hub-year.ts'
import { CitiesPanel } from './map/cities-panel.tsx'
import { useSummary } from './use-summary.ts'
import { YearSelect } from './year-select.tsx'

/** The year over all centres, late centres, and links from figures to classes. */
export function SummaryPage() {
  const { data, error } = useSummary()
  const router = useRouter()
  const { choose } = useChosen()
  const [current, setCurrent] = useState<string | null>(null)
  const staff = useRead(api.session, {}).data?.staff
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
  const save = excelAction(() => data && file.mutate(data.year), { keys: 'Ctrl E', pending: file.isPending })
  useActions([data && save])
  if (!data) return <Page title="Ringkasan">{error && <ErrorNote error={problemOf(error)} />}</Page>
  const late = data.centres.filter(centre => centre.lateDays >= 2 && !centre.revoked)
  return (
    <Page
      title={data.area}
      facts={`${data.centres.length} balai, tahun ${data.year}, sampai ${formatMomentOf(data.asOf)}`}
      actions={
        <>
          <YearSelect years={data.years} year={data.year} />
          <ActionButton action={save} />
        </>
      }
    >
      {file.isError && <ErrorNote error={problemOf(file.error)} />}
      {error && <ErrorNote error={`Angka di bawah dari ${formatMomentOf(data.asOf)}. ${problemOf(error)}`} />}
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
      <Columns stacks widths="1fr 25.25rem">
        <div className={layout.stack}>
          <Panel flush label="Balai">
            <DataTable
              label={`${data.centres.length} balai`}
              rows={data.centres}
              rowKey={row => row.id}
              rowLabel={row => row.name}
              rowHeight={2.75}
              columns={centreColumns}
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
          <CitiesPanel summary={data} chosen={data.centres.find(centre => centre.id === current)?.regency ?? null} />
          <CheckPanel />
        </div>
      </Columns>
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
