import { Fragment } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import styles from './heat-board.module.css'
import { HeatCell } from './heat-board-line.tsx'
import { groupStarts } from './heat-board-moves.ts'
import type { HeatBoardProps } from './heat-board-types.ts'

interface HeatBoardFootProps extends Pick<HeatBoardProps, 'groups' | 'value' | 'spoken'> {
  head: string
  index: number
  cursor: number | null
  wide: boolean
}

/** Totals of all columns as small bars; an empty column shows 0. */
export function HeatBoardFoot({ head, index, groups, cursor, wide, value, spoken }: HeatBoardFootProps) {
  const starts = groupStarts(groups.map(group => group.columns.length))
  const last = starts.at(-1) ?? 0
  const sumOf = (column: string | null) => value({ row: null, column })
  const most = Math.max(1, ...groups.flatMap(group => group.columns.map(column => sumOf(column.key))))
  return (
    <tr aria-rowindex={index + 2} className={classNames(styles.foot, cursor !== null && styles.current)}>
      <th scope="row" className={styles.name}>
        {head}
      </th>
      {groups.map((group, at) => (
        <Fragment key={group.key}>
          <td role="presentation" />
          {group.columns.map((column, nth) => {
            const sum = sumOf(column.key)
            const number = (starts[at] ?? 0) + nth
            return (
              <HeatCell
                key={column.key}
                {...{ index, number, spoken }}
                place={{ row: null, column: column.key }}
                active={cursor === number}
                className={classNames(styles.footCell, sum === 0 && styles.bare)}
              >
                {sum === 0 || wide ? (
                  <span className={classNames(styles.figure, sum === 0 && layout.warned)}>{sum}</span>
                ) : (
                  <span className={styles.bar} style={{ height: `${Math.max(0.125, sum / most)}rem` }} />
                )}
              </HeatCell>
            )
          })}
        </Fragment>
      ))}
      <HeatCell
        {...{ index, spoken }}
        number={last}
        place={{ row: null, column: null }}
        active={cursor === last}
        className={styles.sum}
      >
        {sumOf(null)}
      </HeatCell>
    </tr>
  )
}
