import { Box, Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react'
import { Fragment, useEffect } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './data-table.module.css'
import { type DataColumn, type DataTableProps, keyOf } from './data-table-types.ts'
import type { SortOrder } from './sort-rows.ts'
import { useColumnWidths } from './use-column-widths.ts'
import { useDataTable } from './use-data-table.ts'
import { useFilledColumns } from './use-filled-columns.ts'

export type { DataColumn, DataTableProps, FarRows, RowKey } from './data-table-types.ts'

/** A list: sticky head, sorting (↑ from the first row), one Tab stop on the rows, checkboxes, virtual from 200 rows on, no paging. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rowKey, rowLabel, onOpen, selected, onSelect, empty, rowHeight = 1.9375, rowTone, below } = props
  const table = useDataTable(props)
  const { filled: columns, empty: emptyColumns } = useFilledColumns(props)
  const { widths, edge } = useColumnWidths(props.columns.map(column => keyOf(column)))
  const choosing = selected !== undefined && onSelect !== undefined
  const span = columns.length + (choosing ? 1 : 0)
  const { autoFocus } = props
  const { focusRow } = table

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the list appears, not on every read
  useEffect(() => {
    if (autoFocus) focusRow(table.at)
  }, [autoFocus])

  if (table.rows.length === 0) return <Box flex="none">{empty}</Box>
  return (
    <>
      <div
        ref={table.scroll}
        className={styles.scroll}
        style={{ '--row-height': `${rowHeight}rem` } as React.CSSProperties}
      >
        <table
          className={styles.table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take the focus, as in the ARIA grid pattern
          role="grid"
          aria-label={label}
          aria-rowcount={table.rows.length + 1}
          aria-multiselectable={choosing || undefined}
          onKeyDown={table.onKeyDown}
          onCopy={table.onCopy}
        >
          <thead>
            <tr aria-rowindex={1}>
              {choosing && (
                <th scope="col" className={classNames(styles.head, styles.box)}>
                  <Checkbox
                    aria-label="Pilih semua"
                    checked={selected.size > 0 && selected.size >= table.rows.length}
                    indeterminate={selected.size > 0 && selected.size < table.rows.length}
                    onChange={table.toggleAll}
                  />
                </th>
              )}
              {columns.map(column => (
                <HeadCell
                  key={keyOf(column)}
                  column={column}
                  drawn={widths[keyOf(column)]}
                  edge={edge(keyOf(column))}
                  sorts={table.sorts.get(keyOf(column)) !== undefined}
                  order={table.order}
                  onSort={() => table.sortBy(keyOf(column))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={table.above} span={span} />
            {table.shown.map(({ row, index }) => {
              if (row === undefined) return <WaitingRow key={`waiting-${index}`} span={span} />
              const key = rowKey(row)
              const tone = rowTone?.(row)
              return (
                <Fragment key={key}>
                  <tr
                    data-row={index}
                    aria-rowindex={index + 2}
                    aria-selected={choosing ? selected.has(key) : props.current === key || undefined}
                    tabIndex={index === table.at ? 0 : -1}
                    className={classNames(
                      styles.row,
                      onOpen && styles.openable,
                      selected?.has(key) && styles.selected,
                      props.current === key && styles.current,
                      tone && styles[tone],
                    )}
                    onClick={event => table.press(event, index)}
                  >
                    {choosing && (
                      <td className={classNames(styles.cell, styles.box)}>
                        <Checkbox
                          tabIndex={-1}
                          aria-label={`Pilih ${rowLabel(row)}`}
                          checked={selected.has(key)}
                          onChange={event =>
                            table.toggle(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
                          }
                        />
                      </td>
                    )}
                    {columns.map(column => (
                      <BodyCell key={keyOf(column)} column={column} row={row} />
                    ))}
                  </tr>
                  {below && props.current === key && (
                    <tr>
                      <td colSpan={span} className={styles.below}>
                        {below(row)}
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
            <Spacer height={table.below} span={span} />
          </tbody>
        </table>
      </div>
      {emptyColumns.length > 0 && (
        <p className={styles.foot}>
          {emptyColumns.length} kolom kosong disembunyikan: {headsOf(emptyColumns)}
        </p>
      )}
      <SpareFoot columns={columns} openable={onOpen !== undefined} />
    </>
  )
}

/** Which columns a small window leaves out; not there in a larger one. */
function SpareFoot<Row>({ columns, openable }: { columns: readonly DataColumn<Row>[]; openable: boolean }) {
  const spare = columns.filter(column => column.spare)
  if (spare.length === 0) return null
  return (
    <p className={classNames(styles.foot, styles.spareFoot)}>
      Tidak muat di jendela ini: {headsOf(spare)} · lebarkan jendela{openable && ', atau buka barisnya (Enter)'}
    </p>
  )
}

function headsOf<Row>(columns: readonly DataColumn<Row>[]): string {
  return columns.map(column => column.head).join(', ')
}

interface HeadCellProps<Row> {
  column: DataColumn<Row>
  /** Px, if the person has dragged the width. */
  drawn: number | undefined
  edge: ReturnType<ReturnType<typeof useColumnWidths>['edge']>
  sorts: boolean
  order: SortOrder | null
  onSort: () => void
}

function HeadCell<Row>({ column, drawn, edge, sorts, order, onSort }: HeadCellProps<Row>) {
  const sorted = order?.column === keyOf(column)
  const { onKeyDown: onWidthKeys, ...drawing } = edge
  const Sign = sorted ? (order.descending ? IconArrowDown : IconArrowUp) : IconSelector
  return (
    <th
      scope="col"
      className={classNames(styles.head, column.align && styles[column.align], column.spare && styles.spare)}
      style={
        drawn === undefined
          ? { width: column.width, minWidth: column.width ?? '8rem' }
          : { width: drawn, minWidth: drawn, maxWidth: drawn }
      }
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
    >
      {sorts ? (
        <button
          type="button"
          className={classNames(styles.sort, sorted && styles.sorted)}
          title="Klik atau Enter: urutkan. Shift ← →: lebar kolom."
          tabIndex={-1}
          data-head={keyOf(column)}
          onClick={onSort}
          onKeyDown={onWidthKeys}
        >
          {column.head}
          <Sign size={13} className={styles.sign} aria-hidden />
        </button>
      ) : (
        column.head
      )}
      <span className={styles.edge} aria-hidden {...drawing} />
    </th>
  )
}

function BodyCell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const className = classNames(
    styles.cell,
    column.align && styles[column.align],
    column.names && styles.name,
    column.spare && styles.spare,
  )
  return column.names ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  )
}

/** A row that is not read yet. */
function WaitingRow({ span }: { span: number }) {
  return (
    <tr aria-hidden className={styles.row}>
      <td colSpan={span} className={styles.cell}>
        <span className={styles.waiting} />
      </td>
    </tr>
  )
}

/** In place of the virtual rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden>
      <td colSpan={span} className={styles.spacer} style={{ height }} />
    </tr>
  )
}
