import { IconCash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { aidLabels, aidStates } from '../../../../shared/features/alumni/aid.ts'
import type { AidRow, AidYear } from '../../../../shared/features/alumni/aid-contract.ts'
import type { AidId } from '../../../../shared/ids.ts'
import { rupiah } from '../../../../shared/kernel/money.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, useRead, useToday } from '../../../app/client.ts'
import { useExport } from '../../../app/file/use-export.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons, LinkAction } from '../../../ui/action/action-button.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { BudgetYearSelect } from '../../../ui/form/budget-year-select.tsx'
import { SwitchBar } from '../../../ui/form/switch-bar.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { readActivitySearch } from '../../activity/activity-paths.ts'
import { useReportTabs } from '../use-report-tabs.ts'
import { aidColumns, aidExport, aidPlaces } from './aid-columns.tsx'
import { AidDrawer } from './aid-drawer.tsx'
import { AidProposalDrawer } from './aid-proposal-drawer.tsx'

export const aidRoute = pageRoute('/laporan/modal-kerja', AidPage, readActivitySearch)

/** Modal kerja of a budget year: recipients, state, and kelurahan without one. */
function AidPage() {
  const today = useToday()
  const navigate = useNavigate({ from: aidRoute.fullPath })
  const { tahun: year = yearOf(today) } = aidRoute.useSearch()
  const [part, setPart] = useState<'aids' | 'villages'>('aids')
  const [proposing, setProposing] = useState<{ village: string | null } | null>(null)
  const [opened, setOpened] = useState<AidId | null>(null)
  const reading = useRead(api.aid.list, { year }, keepShown)
  const years = useRead(api.aid.years, {})
  const exporting = useExport(() => reading.data && aidExport(reading.data))
  const propose = primaryAction('Alt B', 'Usulkan modal kerja', () => setProposing({ village: null }), {
    needs: 'money.change',
  })
  const turn: Action = {
    label: part === 'aids' ? 'Kelurahan yang belum' : 'Penerima',
    keys: 'Alt T',
    run: () => setPart(part === 'aids' ? 'villages' : 'aids'),
  }
  useActions([propose, turn])
  const data = reading.data
  const { rows = [], villages = [] } = data ?? {}
  const current = rows.find(row => row.id === opened)

  return (
    <Page
      fixed
      title="Laporan"
      tabs={useReportTabs('aid')}
      facts={data && `Modal kerja tahun anggaran ${data.year}`}
      actions={
        <>
          <BudgetYearSelect
            {...{ year, years: years.data, today }}
            onChange={tahun => navigate({ search: { tahun }, replace: true })}
          />
          <ActionButtons actions={[exporting, propose]} />
        </>
      }
    >
      <ErrorNote error={exporting.error} />
      {data && (
        <ResultLine
          facts={formatSum(data)}
          extra={
            <SwitchBar
              size="small"
              label="Yang ditampilkan"
              options={[
                { value: 'aids', label: 'Penerima' },
                { value: 'villages', label: `Kelurahan yang belum (${data.villages.length})` },
              ]}
              value={part}
              onChange={setPart}
            />
          }
        >
          {data.villageCount - data.villages.length} dari {data.villageCount} kelurahan terwakili
        </ResultLine>
      )}
      {part === 'aids' ? (
        <ListPanel
          key="aids"
          name="Penerima modal kerja"
          unit="usulan modal kerja"
          query={reading}
          bars={12}
          rows={rows}
          columns={aidColumns}
          rowKey={row => row.id}
          rowLabel={row => row.name}
          onOpen={row => setOpened(row.id)}
          autoFocus
          empty={{
            icon: IconCash,
            title: `Belum ada modal kerja tahun anggaran ${data?.year}.`,
            children: 'Satu lulusan dari tiap kelurahan.',
            actions: (
              <LinkAction needs={propose.needs} onAction={() => propose.run()}>
                {propose.label}
              </LinkAction>
            ),
          }}
        />
      ) : (
        <ListPanel
          key="villages"
          name="Kelurahan yang belum"
          unit="kelurahan tanpa modal kerja"
          query={reading}
          bars={12}
          rows={villages.toSorted((a, b) => b.graduates - a.graduates)}
          columns={aidPlaces}
          rowKey={row => row.code}
          rowLabel={row => row.name}
          onOpen={row => setProposing({ village: row.code })}
          autoFocus
          empty={{ title: 'Semua kelurahan terwakili.' }}
        />
      )}
      {proposing && <AidProposalDrawer year={year} village={proposing.village} onClose={() => setProposing(null)} />}
      {current && <AidDrawer key={current.id} aid={current} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function formatSum({ rows }: AidYear): string {
  const words = aidStates.flatMap(state => {
    const own = rows.filter(row => row.state === state)
    return own.length === 0 ? [] : [`${own.length} ${aidLabels[state].toLowerCase()}`]
  })
  const paid = rows.filter(row => row.state === 'PAID').reduce((sum: number, row: AidRow) => sum + row.amount, 0)
  return [...words, `${rupiah(paid)} tersalur`].join(' · ')
}
