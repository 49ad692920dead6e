import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { BehindRow } from '../../../shared/features/report/contract.ts'
import { factNouns } from '../../../shared/features/report/fact.ts'
import { isMeasure, type MeasureKey, measures } from '../../../shared/features/report/measure.ts'
import { rowFilters } from '../../../shared/features/report/own-report.ts'
import { periodName, periodSchema, yearPeriod } from '../../../shared/features/report/period.ts'
import { rupiahDigits } from '../../../shared/kernel/money.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../app/client.ts'
import { openFromFigure } from '../../app/list/way-back.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, backAction, useActions } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { Page } from '../../ui/page/page.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'

export const behindRoute = pageRoute('/laporan/orang', BehindPage, (search: Record<string, unknown>) => search)

const page = 200

/** The row opened last, by the address of its list, to return to it. */
const opened = new Map<string, string>()

/** The people, classes or entries behind a figure; Esc returns to the figure. */
function BehindPage() {
  const router = useRouter()
  const today = useToday()
  const search = behindRoute.useSearch()
  const [shown, setShown] = useState(page)
  const [at, setAt] = useState(() => opened.get(window.location.hash) ?? null)
  const measure: MeasureKey = isMeasure(search.angka) ? search.angka : 'participants'
  const period = periodSchema.safeParse({ from: search.dari, to: search.sampai }).data ?? yearPeriod(yearOf(today))
  const filters = readFilters(search.saring)
  const reading = useRead(
    api.report.behind,
    { measure, period, filters, limit: Math.min(500, shown), offset: 0 },
    keepShown,
  )
  const noun = factNouns[measures[measure].fact]
  const back = backAction(() => router.history.back())
  const more: Action = { label: 'Tampilkan lebih banyak', keys: 'L', run: () => setShown(500) }
  const { data } = reading
  useActions([back, data !== undefined && data.count > shown && shown < 500 && more])
  return (
    <Page
      fixed
      title={typeof search.judul === 'string' && search.judul !== '' ? search.judul : measures[measure].label}
      crumbs={[{ label: 'Laporan', path: '/laporan' }]}
      facts={[periodName(period), data && `${rupiahDigits(data.count)} ${noun}`].filter(Boolean).join(' · ')}
      actions={<ActionButton action={back} />}
    >
      {data !== undefined && data.hidden > 0 && (
        <Note tone="info">
          {data.hidden} orang ikut dihitung dan tidak ditampilkan: datanya dibekukan atau sudah dianonimkan.
        </Note>
      )}
      {data !== undefined && data.count > data.rows.length && (
        <Note tone="info">
          {data.rows.length} pertama dari {rupiahDigits(data.count)}.{' '}
          {shown < 500 ? <ActionButton action={more} size="xs" /> : 'Persempit dengan saringan.'}
        </Note>
      )}
      <Panel flush fill label="Daftar di balik angka">
        <QueryBoundary query={reading} rows={12}>
          {({ rows }) => (
            <DataTable
              autoFocus
              label={`${rows.length} ${noun}`}
              rows={rows}
              columns={columnsOf(measure)}
              rowKey={row => row.key}
              rowLabel={row => row.name}
              current={at}
              onCurrent={row => setAt(row.key)}
              onOpen={row => {
                opened.set(window.location.hash, row.key)
                openFromFigure(router, row.path)
              }}
              empty={<EmptyState icon={IconUsers} title="Tidak ada yang dihitung di sini." />}
            />
          )}
        </QueryBoundary>
      </Panel>
    </Page>
  )
}

function columnsOf(measure: keyof typeof measures): DataColumn<BehindRow>[] {
  const { unit, sum } = measures[measure]
  return [
    { head: 'Nama', names: true, width: '22rem', cell: row => row.name, sort: row => row.name },
    { head: 'Keterangan', cell: row => row.detail, sort: row => row.detail },
    ...(sum || unit === 'orang-hari'
      ? [
          {
            key: 'figure',
            head: unit,
            width: '9rem',
            align: 'end' as const,
            cell: (row: BehindRow) => rupiahDigits(row.figure),
            sort: (row: BehindRow) => row.figure,
          },
        ]
      : []),
  ]
}

function readFilters(text: unknown) {
  try {
    return rowFilters.parse(typeof text === 'object' ? text : JSON.parse(String(text ?? '{}')))
  } catch {
    return {}
  }
}
