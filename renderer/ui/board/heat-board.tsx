import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import styles from './heat-board.module.css'
import { HeatBoardFoot } from './heat-board-foot.tsx'
import { HeatBoardHead } from './heat-board-head.tsx'
import { HeatBoardLine } from './heat-board-line.tsx'
import { type BoardCell, moveOnBoard } from './heat-board-moves.ts'
import type { HeatBoardProps, HeatPlace } from './heat-board-types.ts'
import { HeatReading } from './heat-reading.tsx'

export type { HeatBoardProps, HeatColumn, HeatGroup, HeatPlace, HeatRow } from './heat-board-types.ts'

/**
 * Many rows by very many columns, too narrow for text: shades in the cells, their text in a card beside the cursor, totals at the bottom and end.
 * Arrows move, Ctrl + arrow by group, Enter opens. Keep `value` and `spoken` the same functions while the figures are unchanged: lines are memoised
 * by them.
 */
export function HeatBoard(props: HeatBoardProps) {
  const { label, rows, groups, value, spoken, wide = false } = props
  const [cursor, setCursor] = useState<BoardCell>({ row: 0, column: 0 })
  const [pointed, setPointed] = useState<BoardCell | null>(null)
  const [focused, setFocused] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const follow = useRef(false)
  const columns = groups.flatMap(group => group.columns)
  const bare = useBareColumns(groups, value)
  const active = { row: Math.min(cursor.row, rows.length), column: Math.min(cursor.column, columns.length) }
  const read = pointed ?? (focused ? active : null)

  useEffect(() => {
    if (!follow.current) return
    follow.current = false
    frame.current?.querySelector<HTMLElement>(`[data-heat="${active.row}:${active.column}"]`)?.focus()
  })

  function placeOf(cell: BoardCell): HeatPlace {
    return { row: rows[cell.row]?.key ?? null, column: columns[cell.column]?.key ?? null }
  }
  function press(event: KeyboardEvent) {
    if (event.altKey || cellAt(event.target) === null) return
    setPointed(null)
    const ctrl = event.ctrlKey || event.metaKey
    const size = { rows: rows.length + 1, groups: groups.map(group => group.columns.length) }
    const next = moveOnBoard(active, { key: event.key, ctrl }, size)
    if (next) {
      follow.current = true
      setCursor(next)
    } else if (event.key === 'Enter' && !ctrl) props.onOpen(placeOf(active))
    else return
    event.preventDefault()
  }
  function point(event: PointerEvent) {
    const cell = cellAt(event.target)
    setPointed(before => (before?.row === cell?.row && before?.column === cell?.column ? before : cell))
  }

  return (
    <div ref={frame} className={styles.frame} onPointerLeave={() => setPointed(null)}>
      <table
        className={styles.board}
        style={tableWidth(groups.length, columns.length, wide)}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern of a spreadsheet on a real table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length + 2}
        onKeyDown={press}
        onPointerMove={point}
        onFocus={event => {
          const cell = cellAt(event.target)
          setFocused(true)
          if (cell) setCursor(cell)
        }}
        onBlur={() => setFocused(false)}
        onClick={event => {
          const cell = cellAt(event.target)
          if (cell) props.onOpen(placeOf(cell))
        }}
      >
        <colgroup>
          <col className={styles.headWidth} />
        </colgroup>
        {groups.map(group => (
          <colgroup key={group.key}>
            <col className={styles.gapWidth} />
            {group.columns.map(column => (
              <col key={column.key} className={wide ? styles.wideWidth : undefined} />
            ))}
          </colgroup>
        ))}
        <colgroup>
          <col className={styles.sumWidth} />
        </colgroup>
        <HeatBoardHead
          {...{ groups, wide }}
          rowHead={props.rowHead}
          sumHead={props.sumHead}
          column={read?.column ?? null}
        />
        <tbody>
          {rows.map((row, index) => (
            <HeatBoardLine
              key={row.key}
              {...{ row, index, groups, value, spoken, wide, bare }}
              rows={rows.length}
              cursor={active.row === index ? active.column : null}
            />
          ))}
        </tbody>
        <tfoot>
          <HeatBoardFoot
            {...{ groups, value, spoken, wide }}
            head={props.footHead}
            index={rows.length}
            cursor={active.row === rows.length ? active.column : null}
          />
        </tfoot>
      </table>
      {read && (
        <HeatReading frame={frame} cell={`${read.row}:${read.column}`}>
          {props.card(placeOf(read))}
        </HeatReading>
      )}
    </div>
  )
}

/** Columns share what head, totals and gaps leave, or fit their names. */
function tableWidth(groups: number, columns: number, wide: boolean) {
  const fixed = `var(--head-width) + var(--sum-width) + ${groups} * var(--gap-width)`
  return wide
    ? { width: `calc(${fixed} + ${3.75 * columns}rem)` }
    : { width: '100%', minWidth: `calc(${fixed} + ${7 * columns}px)` }
}

function useBareColumns(groups: HeatBoardProps['groups'], value: HeatBoardProps['value']): ReadonlySet<string> {
  return useMemo(() => {
    const keys = groups.flatMap(group => group.columns.map(column => column.key))
    return new Set(keys.filter(column => value({ row: null, column }) === 0))
  }, [groups, value])
}

function cellAt(target: EventTarget): BoardCell | null {
  const text = target instanceof Element ? target.closest<HTMLElement>('[data-heat]')?.dataset.heat : undefined
  const [row, column] = (text ?? '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
}
