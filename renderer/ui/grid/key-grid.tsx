import { VisuallyHidden } from '@mantine/core'
import { type CSSProperties, type PointerEvent, useMemo, useRef } from 'react'
import { classNames } from '../page/class-names.ts'
import { CellQuestion } from './cell-question.tsx'
import type { isInRange } from './grid-selection.ts'
import styles from './key-grid.module.css'
import { KeyGridBodyRow } from './key-grid-body-row.tsx'
import {
  isGap,
  type KeyGridColumn,
  type KeyGridProps,
  type KeyGridRow,
  type KeyGridSideColumn,
} from './key-grid-types.ts'
import { useKeyGrid } from './use-key-grid.ts'

export type {
  KeyGridCellColumn,
  KeyGridColumn,
  KeyGridEntry,
  KeyGridFace,
  KeyGridGapColumn,
  KeyGridHandle,
  KeyGridProps,
  KeyGridQuestion,
  KeyGridRow,
  KeyGridSideColumn,
  KeyGridWrite,
  WriteHow,
} from './key-grid-types.ts'

/** A grid that works like Excel: one Tab stop, typing replaces, arrows, selecting with Shift, copy and paste. */
export function KeyGrid<Row extends KeyGridRow>(props: KeyGridProps<Row>) {
  const { label, rows, columns, before, after = [], foot, rowHeight = 25 } = props
  const grid = useKeyGrid(props)
  const dragging = useRef(false)
  const questions = useMemo(() => Map.groupBy(props.questions ?? [], question => question.row), [props.questions])
  const question = questions
    .get(rows[grid.active.row]?.label ?? '')
    ?.find(one => one.column === grid.cells[grid.active.column]?.key)
  const edges = leftEdges(before)
  const least = (isShown: (column: KeyGridSideColumn<Row>) => boolean) =>
    sumOfWidths([...before, ...columns, ...after.filter(column => column.head !== '' && isShown(column))])
  const total = before.length + grid.cells.length + after.length

  function cellUnder(event: PointerEvent): { row: number; column: number } | null {
    const place =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]')?.dataset.cell : undefined
    const [row, column] = (place ?? '').split(':').map(Number)
    return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
  }
  function pointerDown(event: PointerEvent) {
    const cell = cellUnder(event)
    if (!cell || event.button !== 0 || (grid.editor?.row === cell.row && grid.editor.column === cell.column)) return
    event.preventDefault()
    grid.commit()
    dragging.current = true
    grid.select(cell, event.shiftKey)
  }
  function pointerOver(event: PointerEvent) {
    if (event.buttons !== 1) dragging.current = false
    const cell = dragging.current ? cellUnder(event) : null
    if (cell) grid.select(cell, true)
  }

  return (
    <div className={styles.scroll} style={{ '--before-width': sumOfWidths(before) } as CSSProperties}>
      <table
        ref={grid.table}
        className={classNames(styles.grid, rowHeight === 31 && styles.roomy)}
        style={{ '--least': least(() => true), '--least-small': least(column => !column.spare) } as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern of a spreadsheet on a real table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={total}
        aria-multiselectable
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
        onCopy={grid.onCopy}
        onCut={grid.onCut}
        onPaste={grid.onPaste}
        onPointerDown={pointerDown}
        onPointerOver={pointerOver}
        onDoubleClick={() => grid.openEditor(grid.active)}
      >
        <colgroup>
          {before.map(column => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
          {columns.map(column => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
          {after.map(column => (
            <col key={column.key} className={spare(column)} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {before.map((column, at) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  styles.headCell,
                  styles.sideHead,
                  styles.fastHead,
                  column.align && styles[column.align],
                )}
                style={{ left: edges[at] }}
              >
                {column.head}
              </th>
            ))}
            {columns.map((column, at) => (
              <HeadCell key={column.key} column={column} afterGap={isGapAt(columns, at - 1)} onHead={props.onHead} />
            ))}
            {after.map(column => {
              const align = column.align && styles[column.align]
              const className = classNames(styles.headCell, styles.sideHead, align, spare(column))
              // A column that only fills the remaining width has no head.
              if (column.head === '') return <td key={column.key} className={className} />
              return (
                <th key={column.key} scope="col" className={className}>
                  {column.head}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const inRange = index >= grid.range.top && index <= grid.range.bottom
            return (
              <KeyGridBodyRow
                key={row.key}
                {...{ row, index, columns, before, after, edges, rows: rows.length }}
                cell={props.cell}
                inputMode={props.entry.kind === 'text' ? (props.entry.inputMode ?? 'text') : undefined}
                activeColumn={index === grid.active.row ? grid.active.column : null}
                selected={inRange && !isSingle(grid.range) ? grid.range : null}
                editor={grid.editor?.row === index ? grid.editor : null}
                onType={grid.type}
                onLeave={grid.commit}
                waiting={props.waiting}
                questions={questions.get(row.label)}
              />
            )
          })}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={before.length} className={classNames(styles.footCell, styles.footLabel)}>
                {foot.label}
              </th>
              {columns.map(column =>
                isGap(column) ? (
                  <td key={column.key} className={styles.footCell} data-off={column.gap} />
                ) : (
                  <td key={column.key} className={classNames(styles.footCell, styles.sum)}>
                    {foot.value(column.key)}
                  </td>
                ),
              )}
              {after.map(column => (
                <td key={column.key} className={classNames(styles.footCell, spare(column))} />
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {question && <CellQuestion question={question} onLeave={grid.comeBack} />}
      <p className={styles.message} role="status">
        {grid.message}
      </p>
    </div>
  )
}

interface HeadCellProps {
  column: KeyGridColumn
  afterGap: boolean
  onHead: ((columnKey: string) => void) | undefined
}

function HeadCell({ column, afterGap, onHead }: HeadCellProps) {
  if (isGap(column)) return <td className={classNames(styles.headCell, styles.gapHead)}>{column.head}</td>
  return (
    <th
      scope="col"
      className={classNames(
        styles.headCell,
        onHead && styles.pressed,
        ...(typeof column.head === 'string'
          ? [styles.sideHead, !column.align && styles.middle]
          : [styles.head, !afterGap && styles.joined]),
      )}
      onClick={onHead && (() => onHead(column.key))}
    >
      <span aria-hidden>{column.head}</span>
      <VisuallyHidden>{column.label}</VisuallyHidden>
    </th>
  )
}

function isGapAt(columns: readonly KeyGridColumn[], at: number): boolean {
  const column = columns[at]
  return column === undefined || isGap(column)
}

function spare(column: { spare?: true }): string | undefined {
  return column.spare && styles.spare
}

function isSingle(range: Parameters<typeof isInRange>[0]): boolean {
  return range.top === range.bottom && range.left === range.right
}

/** Minimum width of a column without a given one. */
const atLeast = '8rem'

/** CSS sum of widths; columns without a width count with the minimum. */
export function sumOfWidths(columns: readonly { width?: string }[]): string {
  return columns.length === 0 ? '0px' : `calc(${columns.map(column => column.width ?? atLeast).join(' + ')})`
}

/** Left edges of the sticky columns before the cells. */
export function leftEdges(columns: readonly { width?: string }[]): string[] {
  return columns.map((_, index) => sumOfWidths(columns.slice(0, index)))
}
