import { IconPhone } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'
import { type FollowUpRow, type FollowUpView, followUpViews } from '../../../../shared/features/alumni/contract.ts'
import { type FollowUpMonth, followUpMonths } from '../../../../shared/features/alumni/follow-up.ts'
import { type TradeCode, tradeCodes, tradeName } from '../../../../shared/features/program/trades.ts'
import { api, keepShown, useRead, useToday } from '../../../app/client.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { useActions } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { listKeys } from '../../../ui/action/widget-keys.ts'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { useReportTabs } from '../use-report-tabs.ts'
import { callAction } from './call-action.ts'
import { followUpColumns, followUpExport, followUpKey } from './follow-up-columns.tsx'
import { FollowUpDrawer } from './follow-up-drawer.tsx'

export const followUpRoute = pageRoute(
  '/laporan/penelusuran',
  FollowUpPage,
  ({ cari }: Record<string, unknown>): { cari?: string } => (typeof cari === 'string' ? { cari } : {}),
)

const viewLabels: Record<FollowUpView, string> = {
  due: 'Hubungi',
  unreached: 'Tidak terhubungi',
  coming: '30 hari ke depan',
  answered: 'Sudah dicatat',
}

/** Number of rows shown at first; the list may have tens of thousands, the rest is found by typing. */
const atFirst = 500
const mostRows = 100_000

/** Graduates to call, longest overdue first. W opens WhatsApp; Enter records the answer and goes to the next. */
function FollowUpPage() {
  const today = useToday()
  const [view, setView] = useState<FollowUpView>('due')
  const [trade, setTrade] = useState<TradeCode | null>(null)
  const [month, setMonth] = useState<FollowUpMonth | null>(null)
  const { cari } = followUpRoute.useSearch()
  const [text, setText] = useState(cari ?? '')
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const [openRow, setOpenRow] = useState<FollowUpRow | null>(null)
  const [limit, setLimit] = useState(atFirst)
  const asking = { view, trade, month, text: useDeferredValue(text).trim().slice(0, 80) }
  const reading = useRead(api.alumni.followUps, { ...asking, limit }, keepShown)
  const rows = reading.data?.rows ?? []
  const total = reading.data?.total ?? 0
  const current = rows.find(row => followUpKey(row) === currentKey) ?? rows[0]
  const counts = reading.data?.counts
  const centre = reading.data?.centre ?? ''
  const call = current && callAction(current, centre, 'W')
  useActions([call])

  /** Opens the row after it, by the list as it is now: an answered row leaves it. */
  function next(row: FollowUpRow) {
    const at = rows.findIndex(one => followUpKey(one) === followUpKey(row))
    const after = rows[at + 1]
    setOpenRow(after ?? null)
    setCurrentKey(after ? followUpKey(after) : null)
  }

  return (
    <ListPage
      title="Laporan"
      tabs={useReportTabs('follow-up')}
      facts={counts && `${counts.due} orang perlu dihubungi`}
      actions={
        <>
          {total > rows.length && (
            <ActionButton onAction={() => setLimit(total)}>
              Tampilkan semua {total.toLocaleString('id-ID')}
            </ActionButton>
          )}
          <FilterSelect
            w="13rem"
            label="Kejuruan"
            all="Semua kejuruan"
            options={tradeCodes.map(value => ({ value, label: tradeName(value) }))}
            value={trade}
            onChange={setTrade}
          />
          <FilterSelect
            w="8.5rem"
            label="Bulan"
            all="Semua bulan"
            options={followUpMonths.map(value => ({ value, label: `${value} bulan` }))}
            value={month}
            onChange={setMonth}
          />
        </>
      }
      exported={async () => {
        const all = total > rows.length ? await api.alumni.followUps.call({ ...asking, limit: mostRows }) : { rows }
        return followUpExport(all.rows, `penelusuran-lulusan-${today}`)
      }}
      bar={
        rows.length > 0 && (
          <StickyBar note={current ? current.name : undefined}>
            <KeyHints hints={[listKeys.rows('orang')]} />
            {call && <ActionButton action={call} />}
            <ActionButton
              action={{
                label: 'Catat kabar',
                needs: 'trainee.change',
                // The list itself handles Enter on a row.
                keys: 'Enter',
                tone: 'primary',
                refused: view === 'coming' ? 'Belum waktunya ditanya.' : undefined,
                run: () => current && setOpenRow(current),
              }}
            />
          </StickyBar>
        )
      }
      filter={{
        placeholder: 'Nama, kelas, kelurahan',
        text,
        onText: setText,
        autoFocus: false,
        chips: followUpViews.map(value => ({
          value,
          label: viewLabels[value],
          ...(counts ? { count: counts[value] } : {}),
        })),
        chip: view,
        onChip: next => {
          setView(next)
          setLimit(atFirst)
        },
      }}
      list={{
        tableKey: view,
        autoFocus: true,
        name: 'Daftar lulusan',
        unit: 'lulusan',
        query: reading,
        bars: 12,
        rows,
        columns: followUpColumns(today),
        rowKey: followUpKey,
        rowLabel: row => `${row.name}, ${row.month} bulan`,
        current: current ? followUpKey(current) : null,
        onCurrent: row => setCurrentKey(followUpKey(row)),
        onOpen: row => view !== 'coming' && setOpenRow(row),
        empty: {
          icon: IconPhone,
          title: emptyLabels[view],
          children: 'Lulusan ditanya 3, 6 dan 12 bulan setelah sidang kelulusan.',
        },
        unmatched: counts !== undefined &&
          counts[view] > 0 && {
            title: 'Tidak ada yang cocok.',
            showAll: 'Tampilkan semua',
            onShowAll: () => setText(''),
          },
      }}
    >
      {openRow && (
        <FollowUpDrawer
          key={followUpKey(openRow)}
          row={openRow}
          centre={centre}
          onSaved={() => next(openRow)}
          onClose={() => setOpenRow(null)}
        />
      )}
    </ListPage>
  )
}

const emptyLabels: Record<FollowUpView, string> = {
  due: 'Tidak ada yang perlu dihubungi.',
  unreached: 'Semua yang dihubungi menjawab.',
  coming: 'Tidak ada yang jatuh tempo dalam 30 hari.',
  answered: 'Belum ada kabar yang dicatat.',
}
