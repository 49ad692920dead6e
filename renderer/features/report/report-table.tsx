import { Flex } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { columnHead } from '../../../shared/features/report/column-head.ts'
import type { MeasureKey } from '../../../shared/features/report/measure.ts'
import type { Report, ReportColumn, ReportRow, ReportTable as Table } from '../../../shared/features/report/report.ts'
import { formatCell } from '../../../shared/features/report/report-format.ts'
import { behindFigure } from '../../app/list/figure-path.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { useColumnPages } from './column-pages.ts'
import { MarkLink } from './mark-link.tsx'
import styles from './report-table.module.css'
import { useMarks } from './use-marks.ts'

interface ReportTableProps {
  report: Pick<Report, 'period' | 'fundingSource'>
  table: Table
  /** Without links: the data behind a report that was handed in may have changed since. */
  plain?: boolean
}

/** A table of a report; each figure links to what it counts, arrows move between them. */
export function ReportTable({ report, table, plain = false }: ReportTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const onKeyDown = useMarks(body, !plain)
  const linked = !plain && table.rows.some(row => table.columns.some(column => measureBehind(row, column) !== null))
  const area = useRef<HTMLElement>(null)
  const { shown, turn } = useColumnPages(area, table)
  const columns = shown?.flatMap(index => table.columns[index] ?? []) ?? table.columns
  function turnByKey({ key }: KeyboardEvent) {
    if (key === 'ArrowRight') turn(1)
    if (key === 'ArrowLeft') turn(-1)
  }
  return (
    <>
      {shown && (
        <Flex justify="end" align="center" gap="1rem" px="1rem" c="var(--ink-2)" fz="0.75rem">
          Kolom {turnedColumns(shown)} dari {table.columns.length}
          <LinkAction onAction={() => turn(1)}>Kolom berikutnya</LinkAction>
        </Flex>
      )}
      {/* Keys scroll a table with links by moving between them; without links the area itself takes the focus. */}
      <section
        ref={area}
        className={styles.scroll}
        {...(linked
          ? {}
          : {
              tabIndex: 0,
              'data-autofocus': true,
              'aria-label': table.title === '' ? 'Tabel laporan' : table.title,
              onKeyDown: turnByKey,
            })}
      >
        <table className={styles.table}>
          {table.title !== '' && <caption>{table.title}</caption>}
          <thead>
            <tr>
              {columns.map(column => (
                <th key={column.key} scope="col" data-kind={column.kind}>
                  {columnHead(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {table.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other key and never move
              <tr key={index} data-kind={row.kind}>
                {columns.map(column => (
                  <Cell
                    key={column.key}
                    report={report}
                    row={row}
                    column={column}
                    mark={plain ? null : `${index} ${column.key}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** '3–9', or '17'. The first two are always shown. */
function turnedColumns(shown: readonly number[]): string {
  const [from = 0, to = from] = [shown[2], shown.at(-1)]
  return from === to ? `${to + 1}` : `${from + 1}–${to + 1}`
}

/** What a figure counts, if its people can be listed. */
function measureBehind(row: ReportRow, column: ReportColumn): MeasureKey | null {
  const value = row.cells[column.key]
  if (column.key === 'name' || row.filters === null || typeof value !== 'number' || value === 0) return null
  return row.measures?.[column.key] ?? column.measure ?? null
}

interface CellProps {
  report: ReportTableProps['report']
  row: ReportRow
  column: ReportColumn
  mark: string | null
}

function Cell({ report, row, column, mark }: CellProps) {
  const value = row.cells[column.key]
  const text = value === undefined ? '' : formatCell(value, column.kind)
  const measure = mark === null ? null : measureBehind(row, column)
  if (column.key === 'name')
    return (
      <th scope="row" title={text}>
        {text}
      </th>
    )
  const name = String(row.cells.name ?? '')
  const source = report.fundingSource ? { source: [report.fundingSource] } : {}
  return (
    <td data-kind={column.kind}>
      {mark !== null && measure !== null ? (
        <MarkLink
          mark={mark}
          path={behindFigure(measure, report.period, { ...source, ...row.filters }, `${columnHead(column)}, ${name}`)}
          label={`${name}, ${columnHead(column)}: ${text}`}
          className={layout.bareLink}
        >
          {text}
        </MarkLink>
      ) : (
        text
      )}
    </td>
  )
}
