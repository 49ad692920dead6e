import { Fragment, type Key, type ReactNode } from 'react'
import styles from './plain-table.module.css'

interface PlainColumn<Row> {
  head: string
  width?: string
  align?: 'end'
  /** Its cells name their rows. */
  names?: true
  cell: (row: Row) => ReactNode
  foot?: ReactNode
}

interface PlainTableProps<Row> {
  columns: readonly PlainColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => Key
  /** Shows the `foot` of each column. */
  footed?: boolean
}

/** A small read-only table without cursor and sorting. */
export function PlainTable<Row>({ columns, rows, rowKey, footed = false }: PlainTableProps<Row>) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map(({ head, width, align }) => (
            <th key={head} scope="col" data-end={align} style={{ width }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)}>{cells(columns, column => column.cell(row))}</tr>
        ))}
      </tbody>
      {footed && (
        <tfoot>
          <tr>{cells(columns, column => column.foot)}</tr>
        </tfoot>
      )}
    </table>
  )
}

function cells<Row>(columns: readonly PlainColumn<Row>[], read: (column: PlainColumn<Row>) => ReactNode) {
  return columns.map(column => (
    <Fragment key={column.head}>
      {column.names ? <th scope="row">{read(column)}</th> : <td data-end={column.align}>{read(column)}</td>}
    </Fragment>
  ))
}
