import { CompositeChart } from '@mantine/charts'
import { Box, Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Cash } from '../../../../shared/features/report/contract.ts'
import { type Period, periodOf } from '../../../../shared/features/report/period.ts'
import { percentOf } from '../../../../shared/features/report/report.ts'
import { activityId } from '../../../../shared/ids.ts'
import { rupiah, rupiahDigits } from '../../../../shared/kernel/money.ts'
import { monthName, monthOf, shortDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useRead, useToday } from '../../../app/client.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { activityPath } from '../../activity/activity-paths.ts'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import { formatPercentShort } from '../year/year-format.ts'
import styles from './cash-side.module.css'
import { PlanDialog } from './plan-dialog.tsx'

/** The months of an activity with their plan, and the entries of the period. */
export function CashSide({ activityId: id, period }: { activityId: number; period: Period }) {
  const reading = useRead(api.report.cash, { activityId: activityId.parse(id), period }, keepShown)
  return (
    <Panel fill label="Kegiatan yang dipilih">
      <QueryBoundary query={reading} rows={10}>
        {cash => <Side cash={cash} />}
      </QueryBoundary>
    </Panel>
  )
}

function Side({ cash }: { cash: Cash }) {
  const router = useRouter()
  const [asTable, setAsTable] = useState(false)
  const [planning, setPlanning] = useState(false)
  const table: Action = {
    label: asTable ? 'Grafik' : 'Tabel',
    keys: 'Alt T',
    run: () => setAsTable(!asTable),
  }
  const record: Action = {
    label: 'Catat realisasi',
    needs: 'money.change',
    keys: 'Alt B',
    run: () => router.history.push(activityPath(cash.activityId)),
  }
  const plan: Action = {
    label: cash.hasPlan ? 'Ubah rencana' : 'Isi rencana',
    needs: 'money.change',
    keys: 'Alt R',
    run: () => setPlanning(true),
  }
  useActions([table, record, plan])
  const spent = cash.entries.reduce((sum, entry) => sum + entry.amount, 0)
  const latest = cash.months.filter(month => month.spent !== null).at(-1)
  const behind = latest ? latest.planned - (latest.spent ?? 0) : 0
  return (
    <>
      <p className={styles.title}>
        <b>{cash.title}</b> <LinkAction action={table} size="small" />
      </p>
      <p className={layout.tiny}>Serapan kumulatif, % dari pagu {rupiah(cash.budget)}</p>
      {asTable ? <Months cash={cash} /> : <Chart cash={cash} />}
      {!cash.hasPlan && <p className={layout.tiny}>Rencana serapan belum diisi.</p>}
      <p>
        <LinkAction action={plan} size="small" />
      </p>
      {cash.hasPlan && behind > 0 && (
        <Note tone="warn">
          {rupiah(behind)} di bawah rencana s.d. {monthName(latest?.month ?? 1)}.
        </Note>
      )}
      <p className={styles.title}>
        <b>Buku kas</b> <small>{cash.entries.length} catatan</small> <LinkAction action={record} size="small" />
      </p>
      <Entries cash={cash} />
      <Flex component="p" justify="space-between" p="0.375rem 0.25rem" fz="0.8125rem">
        <b>Jumlah = realisasi</b> <b>{rupiahDigits(spent)}</b>
      </Flex>
      {planning && <PlanDialog cash={cash} onClose={() => setPlanning(false)} />}
    </>
  )
}

/** Bars for spending and a line for the plan. The months below are the marks, because bars cannot be focused. */
function Chart({ cash }: { cash: Cash }) {
  const today = useToday()
  const marks = useRef<HTMLDivElement>(null)
  const onKeyDown = useMarks(marks, true)
  const share = (amount: number | null) =>
    amount === null || cash.budget === 0 ? null : (percentOf(amount, cash.budget) ?? 0) / 100
  const data = cash.months.map(({ month, planned, spent }) => ({
    month: monthName(month).slice(0, 3),
    Realisasi: share(spent),
    ...(cash.hasPlan ? { Rencana: share(planned) } : {}),
  }))
  const words = (month: Cash['months'][number]) =>
    [
      `${monthName(month.month).slice(0, 3)} ${cash.year}: `,
      month.spent === null
        ? 'belum tiba'
        : `realisasi ${rupiah(month.spent)}, ${formatPercentShort(percentOf(month.spent, cash.budget))}`,
      cash.hasPlan ? `, rencana ${rupiah(month.planned)}` : '',
    ].join('')
  return (
    <Box component="figure" m="0.5rem 0" aria-label={`Serapan kumulatif ${cash.title}`}>
      <figcaption className={styles.legend}>
        <span data-kind="spent">realisasi</span>
        {cash.hasPlan && <span data-kind="planned">rencana</span>}
        {cash.year === yearOf(today) && <span data-kind="now">bulan ini</span>}
      </figcaption>
      <div aria-hidden>
        <CompositeChart
          h={150}
          data={data}
          dataKey="month"
          series={[
            { name: 'Realisasi', type: 'bar', color: 'tinta.7' },
            ...(cash.hasPlan ? [{ name: 'Rencana', type: 'line' as const, color: 'var(--ink)' }] : []),
          ]}
          curveType="step"
          withDots={false}
          withTooltip={false}
          withXAxis={false}
          gridAxis="x"
          strokeWidth={1.6}
          maxBarWidth={16}
          yAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100], width: 30, interval: 0 }}
          strokeDasharray={0}
          composedChartProps={{ accessibilityLayer: false, margin: { top: 6, right: 0, bottom: 6, left: 0 } }}
          barProps={{ isAnimationActive: false }}
          lineProps={{ isAnimationActive: false }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the months, which are links */}
      <div ref={marks} className={styles.months} onKeyDown={onKeyDown}>
        {cash.months.map(month => (
          <MarkLink
            key={month.month}
            mark={`bulan ${cash.activityId} ${month.month}`}
            path={behindFigure(
              'spent',
              periodOf('month', cash.year, month.month),
              { activity: [cash.activityId] },
              `Realisasi ${monthName(month.month)}, ${cash.title}`,
            )}
            label={words(month)}
            className={styles.month}
          >
            <span data-now={cash.year === yearOf(today) && month.month === monthOf(today) ? true : undefined}>
              {monthName(month.month).slice(0, 3)}
            </span>
          </MarkLink>
        ))}
      </div>
    </Box>
  )
}

function Months({ cash }: { cash: Cash }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Bulan</th>
          <th scope="col">Rencana</th>
          <th scope="col">Realisasi</th>
          <th scope="col">%</th>
        </tr>
      </thead>
      <tbody>
        {cash.months.map(({ month, planned, spent }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td>{rupiahDigits(planned)}</td>
            <td>{spent === null ? '–' : rupiahDigits(spent)}</td>
            <td>{spent === null ? '–' : formatPercentShort(percentOf(spent, cash.budget))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Entries({ cash }: { cash: Cash }) {
  const marks = useRef<HTMLUListElement>(null)
  const onKeyDown = useMarks(marks, cash.entries.length > 0)
  if (cash.entries.length === 0) return <p className={layout.tiny}>Tidak ada realisasi pada periode ini.</p>
  return (
    <ul ref={marks} className={layout.column} onKeyDown={onKeyDown}>
      {cash.entries.map(entry => (
        <li key={entry.id}>
          <MarkLink
            mark={`kas ${entry.id}`}
            path={activityPath(cash.activityId)}
            label={`${shortDate(entry.date)} ${entry.description} ${rupiahDigits(entry.amount)}, bukti ${entry.evidence}${entry.fileName ? ` (${entry.fileName})` : ''}, dicatat ${entry.recordedBy}`}
            className={styles.entry}
          >
            <span>{shortDate(entry.date)}</span> <span className={layout.cut}>{entry.description}</span>{' '}
            <b>{rupiahDigits(entry.amount)}</b>
          </MarkLink>
        </li>
      ))}
    </ul>
  )
}
