import { IconArrowDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { dimensions, isRanked } from '../../../../shared/features/report/dimension.ts'
import { measures } from '../../../../shared/features/report/measure.ts'
import type { OwnCell, OwnTable as Table } from '../../../../shared/features/report/own-report.ts'
import { formatPercent, percentOf } from '../../../../shared/features/report/report.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'
import { behindFigure } from '../../../app/list/figure-path.ts'
import { MarkLink } from '../mark-link.tsx'
import { useMarks } from '../use-marks.ts'
import type { ChosenCell } from './cell-people.tsx'
import styles from './own-table.module.css'

/** Rows by columns with sums; each cell links to the people behind it. */
export function OwnTable({ table, onCell }: { table: Table; onCell: (cell: ChosenCell) => void }) {
  const { choice, rows, columns, columnTotals, total } = table
  const body = useRef<HTMLTableElement>(null)
  const onKeyDown = useMarks(body, true)
  const several = choice.columns !== null
  const cells = new Map<string, ChosenCell>()
  const widest = Math.max(...rows.map(row => row.total ?? 0), 1)
  const cellOf = (value: OwnCell, ofRow: OwnCell, ofColumn: OwnCell) => {
    if (value === null) return '< 3'
    if (value === 0) return '–'
    if (choice.cell === 'count') return rupiahDigits(value)
    const whole = choice.cell === 'rowShare' ? ofRow : ofColumn
    return whole === null ? '–' : `${formatPercent(percentOf(value, whole))}`
  }
  const link = (mark: string, value: OwnCell, text: string, words: string, filters: Table['choice']['filters']) => {
    if (value === null || value === 0) return text
    const cell = { filters: { ...choice.filters, ...filters }, words: `${measures[choice.measure].label}: ${words}` }
    cells.set(mark, cell)
    return (
      <MarkLink
        mark={mark}
        path={behindFigure(choice.measure, choice.period, cell.filters, cell.words)}
        label={`${words}: ${text}`}
        className={styles.figure}
      >
        {text}
      </MarkLink>
    )
  }
  return (
    <div className={styles.scroll}>
      <table
        ref={body}
        className={styles.table}
        onKeyDown={onKeyDown}
        onFocus={event => {
          const cell = cells.get(event.target.dataset.mark ?? '')
          if (cell) onCell(cell)
        }}
      >
        <thead>
          <tr>
            <th scope="col">{dimensions[choice.rows].label}</th>
            {columns.map(column => (
              <th key={String(column.key)} scope="col" className={styles.end} title={column.label}>
                {shortLabel(column.label)}
              </th>
            ))}
            {several && (
              <th scope="col" className={styles.sum}>
                Jumlah {isRanked(choice.rows) && <IconArrowDown size={12} aria-label="terbanyak dahulu" />}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={String(row.key)}>
              <th scope="row">{row.label}</th>
              {columns.map((column, index) => {
                const value = row.cells[index] ?? null
                const filters = {
                  [choice.rows]: [row.key],
                  ...(choice.columns ? { [choice.columns]: [column.key] } : {}),
                }
                const words = several ? `${row.label}, ${column.label}` : row.label
                return (
                  <td key={String(column.key)} className={styles.end}>
                    {link(
                      `${row.key} ${column.key}`,
                      value,
                      cellOf(value, row.total, columnTotals[index] ?? null),
                      words,
                      filters,
                    )}
                  </td>
                )
              })}
              {several && (
                <td className={styles.sum}>
                  <span
                    className={styles.bar}
                    style={{ width: `${(4.75 * (row.total ?? 0)) / widest}rem` }}
                    aria-hidden
                  />
                  {link(
                    `${row.key} jumlah`,
                    row.total,
                    row.total === null ? '< 3' : rupiahDigits(row.total),
                    row.label,
                    { [choice.rows]: [row.key] },
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Jumlah</th>
            {columnTotals.map((value, index) => (
              <td key={String(columns[index]?.key)} className={styles.end}>
                {cellOf(value, total, value)}
              </td>
            ))}
            {several && <td className={styles.sum}>{rupiahDigits(total)}</td>}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** A name like 'Listrik Pendingin (AC dan Kulkas)' would take four lines in the head. */
function shortLabel(label: string): string {
  return label.replace(/ \([^)]*\)$/, '')
}
