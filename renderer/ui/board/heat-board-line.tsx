import { Fragment, memo } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './heat-board.module.css'
import { groupStarts } from './heat-board-moves.ts'
import type { HeatBoardProps, HeatPlace, HeatRow } from './heat-board-types.ts'

interface HeatBoardLineProps extends Pick<HeatBoardProps, 'groups' | 'value' | 'spoken'> {
  row: HeatRow
  index: number
  /** Number of rows that the gaps between groups span, from the first one on. */
  rows: number
  /** The column of the cursor, if it is in this line. */
  cursor: number | null
  /** Empty columns. */
  bare: ReadonlySet<string>
  wide: boolean
}

/** One line of the board. Memoised: an arrow key redraws two lines instead of 2,500 cells. */
export const HeatBoardLine = memo(function HeatBoardLine(props: HeatBoardLineProps) {
  const { row, index, rows, groups, cursor, bare, wide, value, spoken } = props
  const starts = groupStarts(groups.map(group => group.columns.length))
  const last = starts.at(-1) ?? 0
  return (
    <tr aria-rowindex={index + 2} className={classNames(cursor !== null && styles.current)}>
      <th scope="row" className={styles.name} title={row.label}>
        {row.lead !== undefined && <span className={styles.lead}>{row.lead}</span>}
        {row.label}
      </th>
      {groups.map((group, at) => (
        <Fragment key={group.key}>
          {index === 0 && <td rowSpan={rows} role="presentation" />}
          {group.columns.map((column, nth) => {
            const place = { row: row.key, column: column.key }
            const count = value(place)
            const number = (starts[at] ?? 0) + nth
            return (
              <HeatCell
                key={column.key}
                {...{ index, number, spoken, place }}
                active={cursor === number}
                className={classNames(
                  styles.cell,
                  bare.has(column.key) && styles.bare,
                  count > 0 && styles[`heat${Math.min(3, count)}`],
                )}
              >
                {wide && count > 0 ? count : null}
              </HeatCell>
            )
          })}
        </Fragment>
      ))}
      <HeatCell
        {...{ index, spoken }}
        number={last}
        place={{ row: row.key, column: null }}
        active={cursor === last}
        className={styles.sum}
      >
        {value({ row: row.key, column: null })}
      </HeatCell>
    </tr>
  )
})

interface HeatCellProps extends Pick<HeatBoardProps, 'spoken'> {
  index: number
  /** Index of the column over all groups. */
  number: number
  place: HeatPlace
  active: boolean
  className: string | undefined
  children: React.ReactNode
}

/** A focusable cell; the board finds it by `data-heat`. */
export function HeatCell({ index, number, place, active, className, spoken, children }: HeatCellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a table that is an ARIA grid
      role="gridcell"
      aria-colindex={number + 2}
      aria-label={spoken(place)}
      tabIndex={active ? 0 : -1}
      data-heat={`${index}:${number}`}
      className={className}
    >
      {children}
    </td>
  )
}
