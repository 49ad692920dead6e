import { memo } from 'react'
import { typing } from '../form/field.tsx'
import { classNames } from '../page/class-names.ts'
import type { GridRange } from './grid-selection.ts'
import styles from './key-grid.module.css'
import {
  isGap,
  type KeyGridColumn,
  type KeyGridProps,
  type KeyGridQuestion,
  type KeyGridRow,
  type KeyGridSideColumn,
} from './key-grid-types.ts'
import type { GridEditor } from './use-key-grid.ts'

interface BodyRowProps<Row extends KeyGridRow> {
  row: Row
  index: number
  /** Number of rows that a hatched column spans. */
  rows: number
  columns: readonly KeyGridColumn[]
  before: readonly KeyGridSideColumn<Row>[]
  after: readonly KeyGridSideColumn<Row>[]
  /** Left edges of the sticky columns. */
  edges: readonly string[]
  cell: KeyGridProps<Row>['cell']
  inputMode: 'decimal' | 'text' | undefined
  activeColumn: number | null
  selected: GridRange | null
  editor: GridEditor | null
  onType: (text: string) => void
  onLeave: () => void
  waiting: ReadonlySet<string> | undefined
  /** The questions in this row. */
  questions: readonly KeyGridQuestion[] | undefined
}

function BodyRow<Row extends KeyGridRow>(props: BodyRowProps<Row>) {
  const { row, index, columns, before, after, activeColumn, selected, editor } = props
  let at = -1
  return (
    <tr aria-rowindex={index + 2} className={classNames(row.pending && styles.pending, row.struck && styles.struck)}>
      {before.map((column, place) => (
        <SideCell key={column.key} {...{ column, row, index }} left={props.edges[place]} />
      ))}
      {columns.map(column => {
        if (isGap(column))
          return index === 0 ? (
            <td
              key={column.key}
              rowSpan={props.rows}
              role="presentation"
              className={styles.gap}
              data-off={column.gap}
            />
          ) : null
        at += 1
        const face = props.cell(row, column.key)
        const question = props.questions?.find(one => one.column === column.key)
        const waits = props.waiting?.has(`${row.key} ${column.key}`) ?? false
        const inRange = selected !== null && at >= selected.left && at <= selected.right
        return (
          <td
            key={column.key}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is an ARIA grid
            role="gridcell"
            data-cell={`${index}:${at}`}
            tabIndex={activeColumn === at ? 0 : -1}
            aria-colindex={before.length + at + 1}
            aria-selected={inRange || activeColumn === at}
            aria-readonly={face.locked !== undefined || undefined}
            aria-label={[
              `${row.label}, ${column.label}: ${face.spoken}`,
              waits && 'menunggu dikirim',
              question && `${question.words} F4 untuk memilih`,
            ]
              .filter(Boolean)
              .join(', ')}
            data-question={question !== undefined || undefined}
            className={classNames(
              styles.rowCell,
              styles.cell,
              column.align && styles[column.align],
              column.tone && styles[column.tone],
              inRange && styles.selected,
              face.locked !== undefined && styles.locked,
              waits && styles.waiting,
              question && activeColumn === at && styles.asks,
            )}
          >
            {editor?.column === at ? (
              <input
                className={styles.editor}
                aria-label={`${row.label}, ${column.label}`}
                inputMode={props.inputMode}
                {...typing(editor.text, props.onType)}
                // biome-ignore lint/a11y/noAutofocus: the editor opens by typing into the cell
                autoFocus
                onFocus={event => editor.inside && event.currentTarget.select()}
                onBlur={props.onLeave}
              />
            ) : (
              face.face
            )}
          </td>
        )
      })}
      {after.map(column => (
        <SideCell key={column.key} {...{ column, row, index }} />
      ))}
    </tr>
  )
}

/** Memoised: redrawn only when something of this row changes. */
export const KeyGridBodyRow = memo(BodyRow) as typeof BodyRow

interface SideCellProps<Row extends KeyGridRow> {
  column: KeyGridSideColumn<Row>
  row: Row
  index: number
  /** Sticky at this edge while the cells scroll sideways. */
  left?: string | undefined
}

function SideCell<Row extends KeyGridRow>({ column, row, index, left }: SideCellProps<Row>) {
  const className = classNames(
    styles.rowCell,
    styles.side,
    column.align && styles[column.align],
    column.names && styles.name,
    left !== undefined && styles.fast,
    column.spare && styles.spare,
  )
  const content = column.cell(row, index)
  return column.names ? (
    <th scope="row" className={className} style={{ left }}>
      {content}
    </th>
  ) : (
    <td className={className} style={{ left }}>
      {content}
    </td>
  )
}
