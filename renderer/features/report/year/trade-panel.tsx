import { useRef, useState } from 'react'
import type { ReportYear, TradeYear } from '../../../../shared/features/report/contract.ts'
import type { MeasureKey } from '../../../../shared/features/report/measure.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import styles from './trade-panel.module.css'
import { formatPercentShort } from './year-format.ts'

/** Results of the people of each trade: a stacked bar with figures beside it. */
export function TradePanel({ data }: { data: ReportYear }) {
  const marks = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = useMarks(marks, true)
  const [sorted, setSorted] = useState(false)
  const sort: Action = {
    label: sorted ? 'Urutan kejuruan' : 'Urutkan % lulus',
    keys: 'S',
    run: () => setSorted(!sorted),
  }
  useActions([data.trades.length > 0 && sort])
  const trades = sorted ? data.trades.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1)) : data.trades
  const widest = Math.max(...trades.map(trade => trade.participants), 1)
  return (
    <Panel title="Hasil per kejuruan" extra={data.trades.length > 0 && <LinkAction action={sort} size="small" />}>
      {trades.length === 0 ? (
        <p className={layout.note}>Angka muncul setelah kelas pertama punya peserta.</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Kejuruan</th>
              <th scope="col" aria-hidden className={styles.legends}>
                <span className={styles.legend} data-part="graduates">
                  lulus
                </span>
                <span className={styles.legend} data-part="failed">
                  tidak lulus
                </span>
                <span className={styles.legend} data-part="left">
                  mundur
                </span>
              </th>
              <th scope="col" className={styles.hidden}>
                Lulus
              </th>
              <th scope="col" className={styles.hidden}>
                Tidak lulus
              </th>
              <th scope="col" className={styles.hidden}>
                Mundur
              </th>
              <th scope="col" className={styles.share}>
                % lulus
              </th>
            </tr>
          </thead>
          <tbody ref={marks} onKeyDown={onKeyDown}>
            {trades.map(trade => (
              <TradeRow key={trade.trade} trade={trade} year={data.year} widest={widest} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function TradeRow({ trade, year, widest }: { trade: TradeYear; year: number; widest: number }) {
  const { trade: code, label, graduates, failed, left, running } = trade
  const width = (figure: number) => ({ width: `${(100 * figure) / widest}%` })
  const figure = (measure: MeasureKey, count: number, words: string, filters = {}) => (
    <MarkLink
      mark={`hasil ${code} ${words}`}
      path={behindFigure(measure, yearPeriod(year), { trade: [code], ...filters }, `${count} ${words}, ${label}`)}
      label={`${label}: ${count} ${words}`}
      className={layout.bareLink}
    >
      {count}
    </MarkLink>
  )
  return (
    <tr>
      <th scope="row">
        <span title={label}>{label.replace(/ \([^)]*\)$/, '')}</span>
      </th>
      <td>
        <span className={styles.bar} aria-hidden>
          <span data-part="graduates" style={width(graduates)} />
          <span data-part="failed" style={width(failed)} />
          <span data-part="left" style={width(left + running)} />
        </span>
      </td>
      <td>{figure('graduates', graduates, 'lulus')}</td>
      <td>{figure('failed', failed, 'tidak lulus')}</td>
      <td>{figure('participants', left, 'mundur', { outcome: ['withdrawn', 'expelled'] })}</td>
      <td className={styles.share}>{formatPercentShort(trade.share).replace('\u00a0%', '')}</td>
    </tr>
  )
}
