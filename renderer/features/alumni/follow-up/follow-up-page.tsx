import { Select } from '@mantine/core'
import { IconFileSpreadsheet, IconPhone } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { type FollowUpRow, type FollowUpView, followUpViews } from '../../../../shared/features/alumni/contract.ts'
import { callLink, type FollowUpMonth, followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { isTradeCode, type TradeCode, tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'
import { api } from '../../../app/client.ts'
import { useTableExport } from '../../../app/file/use-table-export.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { useToday } from '../../../app/session.tsx'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import { fitsWords } from '../../../ui/table/fits-words.ts'
import { reportTabs } from '../report-tabs.ts'
import { followUpColumns, followUpExport, followUpKey } from './follow-up-columns.tsx'
import { FollowUpDrawer } from './follow-up-drawer.tsx'

export const followUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/laporan',
  component: FollowUpPage,
})

const viewLabels: Record<FollowUpView, string> = {
  due: 'Hubungi',
  unreached: 'Tidak terhubungi',
  coming: '30 hari ke depan',
  answered: 'Sudah dicatat',
}

/** Graduates to call, the longest overdue first; W opens WhatsApp, Enter records the answer and goes on to the next. */
function FollowUpPage() {
  const today = useToday()
  const [view, setView] = useState<FollowUpView>('due')
  const [trade, setTrade] = useState<TradeCode | null>(null)
  const [month, setMonth] = useState<FollowUpMonth | null>(null)
  const [text, setText] = useState('')
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const [asked, setAsked] = useState<FollowUpRow | null>(null)
  const reading = useQuery({
    ...api.alumni.followUps.queryOptions({ input: { view, trade, month } }),
    placeholderData: keepPreviousData,
  })
  const exporting = useTableExport()
  const rows = (reading.data?.rows ?? []).filter(row =>
    fitsWords(text, row.name, row.code, row.cohort, row.village, row.program),
  )
  const current = rows.find(row => followUpKey(row) === currentKey) ?? rows[0]
  const counts = reading.data?.counts
  const centre = reading.data?.centre ?? ''
  /** Opens WhatsApp with the words for a graduate. */
  function callOf(row: FollowUpRow, keys: string): Action {
    const link = callLink(row.phone, { ...row, centre })
    return {
      label: 'WhatsApp',
      hint: 'WhatsApp orang ini',
      icon: IconPhone,
      keys,
      refused: link === null ? 'Nomor HP belum ada.' : undefined,
      run: () => link !== null && window.open(link, '_blank', 'noopener'),
    }
  }
  const call = current && callOf(current, 'W')
  const called = asked && callOf(asked, 'Alt W')
  useActions([call])

  /** The one after it in the list as it stands now: what was just answered leaves the list. */
  function next(row: FollowUpRow) {
    const at = rows.findIndex(one => followUpKey(one) === followUpKey(row))
    const after = rows[at + 1]
    setAsked(after ?? null)
    setCurrentKey(after ? followUpKey(after) : null)
  }

  return (
    <Page
      fixed
      title="Laporan"
      tabs={reportTabs('follow-up')}
      facts={counts && `${counts.due} orang perlu dihubungi`}
      actions={
        <>
          <Select
            w="13rem"
            aria-label="Kejuruan"
            data={[
              { value: 'all', label: 'Semua kejuruan' },
              ...tradeCodes.map(value => ({ value, label: tradeName(value) })),
            ]}
            value={trade ?? 'all'}
            allowDeselect={false}
            onChange={value => setTrade(value !== null && isTradeCode(value) ? value : null)}
          />
          <Select
            w="8.5rem"
            aria-label="Bulan"
            data={[
              { value: 'all', label: 'Semua bulan' },
              ...followUpMonths.map(value => ({ value: String(value), label: `${value} bulan` })),
            ]}
            value={month === null ? 'all' : String(month)}
            allowDeselect={false}
            onChange={value => setMonth(followUpMonths.find(one => String(one) === value) ?? null)}
          />
          <ActionButton
            icon={IconFileSpreadsheet}
            onAction={() => exporting.run(followUpExport(rows, `penelusuran-lulusan-${today}`))}
          >
            Ekspor ke Excel
          </ActionButton>
        </>
      }
      bar={
        rows.length > 0 && (
          <StickyBar note={current ? current.name : undefined}>
            <KeyHints hints={[{ keys: ['↑', '↓'], text: 'orang' }]} />
            {call && <ActionButton action={call} />}
            <ActionButton
              action={{
                label: 'Catat kabar',
                // The list hears Enter on the row.
                keys: 'Enter',
                tone: 'primary',
                refused: view === 'coming' ? 'Belum waktunya ditanya.' : undefined,
                run: () => current && setAsked(current),
              }}
            />
          </StickyBar>
        )
      }
    >
      <ErrorNote error={exporting.error} />
      <FilterBar
        placeholder="Nama, kelas, kelurahan"
        text={text}
        onText={setText}
        chips={followUpViews.map(value => ({
          value,
          label: viewLabels[value],
          ...(counts ? { count: counts[value] } : {}),
        }))}
        chip={view}
        onChip={setView}
      />
      <Panel flush fill label="Daftar lulusan">
        <QueryBoundary query={reading} rows={12}>
          {data => (
            <DataTable
              key={view}
              autoFocus
              label={`${rows.length} lulusan`}
              rows={rows}
              columns={followUpColumns(today)}
              rowKey={followUpKey}
              rowLabel={row => `${row.name}, ${row.month} bulan`}
              current={current ? followUpKey(current) : null}
              onCurrent={row => setCurrentKey(followUpKey(row))}
              onOpen={row => view !== 'coming' && setAsked(row)}
              empty={
                data.rows.length > 0 ? (
                  <EmptyState title="Tidak ada yang cocok.">
                    <LinkAction onAction={() => setText('')}>Tampilkan semua</LinkAction>
                  </EmptyState>
                ) : (
                  <EmptyState icon={IconPhone} title={emptyLabels[view]}>
                    Lulusan ditanya 3, 6 dan 12 bulan setelah sidang kelulusan.
                  </EmptyState>
                )
              }
            />
          )}
        </QueryBoundary>
      </Panel>
      {asked && (
        <FollowUpDrawer
          key={followUpKey(asked)}
          row={asked}
          call={called?.refused === undefined ? (called ?? undefined) : undefined}
          onSaved={() => next(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </Page>
  )
}

const emptyLabels: Record<FollowUpView, string> = {
  due: 'Tidak ada yang perlu dihubungi.',
  unreached: 'Semua yang dihubungi menjawab.',
  coming: 'Tidak ada yang jatuh tempo dalam 30 hari.',
  answered: 'Belum ada kabar yang dicatat.',
}
